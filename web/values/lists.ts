/** Names or numbers one after another. */
export const enumerated = (parts: readonly string[], language: string): string => parts.join(language === 'en' ? ', ' : '、')
