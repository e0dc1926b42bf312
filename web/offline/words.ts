import type { PackManifest } from '#geodata/pack/pack.ts'

export const packName = ({ name, name_en }: Pick<PackManifest, 'name' | 'name_en'>, language: string): string =>
  (language === 'en' && name_en) || name

export function sizeOf(bytes: number): string {
  const megabytes = bytes / 2 ** 20
  return megabytes < 0.95 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${megabytes.toFixed(megabytes < 9.95 ? 1 : 0)} MB`
}

/** Day and time of the county's clock, without the year. */
export const timeOf = (iso: string, language: string): string =>
  new Intl.DateTimeFormat(language, {
    timeZone: 'Asia/Shanghai',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(iso))
