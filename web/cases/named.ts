import type { CaseKind, CaseRow, GridOfCase, Named } from '#geodata/cases/records.ts'

/** The English name where there is one and English is read. */
export const nameOf = ({ name, name_en }: Pick<Named, 'name' | 'name_en'>, language: string): string =>
  (language === 'en' && name_en) || name

export const kindName = ({ name, name_en }: Pick<CaseKind, 'name' | 'name_en'>, language: string): string =>
  language === 'en' ? name_en : name

export const className = (kind: Pick<CaseKind, 'class_name' | 'class_name_en'>, language: string): string =>
  language === 'en' ? kind.class_name_en : kind.class_name

export const gridName = ({ name, name_en, code }: GridOfCase, language: string): string =>
  (language === 'en' && name_en) || name || code

export const communityName = (
  { community_name, community_name_en }: Pick<CaseRow, 'community_name' | 'community_name_en'>,
  language: string,
): string => (language === 'en' && community_name_en) || community_name
