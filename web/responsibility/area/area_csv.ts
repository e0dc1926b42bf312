import type { Responsible } from '#api/responsibility/responsible.ts'
import type { Layer } from '#geodata/layers/index.ts'
import { rolesOf, STANDINGS } from '#geodata/responsibility/roles.ts'
import { titleOrNumber } from '../../symbols/title.ts'
import { BYTE_ORDER_MARK, csvLine } from '../../table/csv.ts'
import { pick } from '../../words/pick.ts'
import { formatStretch } from '../chainage.ts'
import type { ListedFeature } from './listed.ts'
import { vacantRoles } from './vacant.ts'

export interface AreaCsvWords {
  readonly title: string
  readonly longitude: string
  readonly latitude: string
  readonly metres: string
  readonly squareMetres: string
  readonly share: string
  readonly vacant: string
  readonly comma: string
}

/** The list as a file: what each feature is called, how much of it lies inside, and a column for each role. */
export function areaCsv(layer: Layer, features: readonly ListedFeature[], words: AreaCsvWords, language: string): string {
  const roles = features.some(({ responsible }) => responsible) ? rolesOf(layer.id) : []
  const isPoint = layer.geometry === 'Point'
  const measure = layer.geometry === 'MultiPolygon' ? words.squareMetres : words.metres
  const head = [
    words.title,
    ...(roles.length > 0 ? [words.vacant] : []),
    ...roles.map(({ label }) => pick(label, language)),
    ...(isPoint ? [] : [measure, words.share]),
    words.longitude,
    words.latitude,
  ]
  const row = (feature: ListedFeature) => {
    const responsible = feature.responsible ?? []
    const names = (role: string) =>
      responsible
        .filter((one) => one.role === role)
        .map((one) => sayPerson(one, language))
        .join(words.comma)
    const vacant = vacantRoles(layer.id, responsible).map(({ label }) => pick(label, language))
    return [
      titleOrNumber(layer, feature.id, feature.properties, language),
      ...(roles.length > 0 ? [vacant.join(words.comma)] : []),
      ...roles.map(({ id }) => names(id)),
      ...(isPoint ? [] : [(feature.inside ?? 0).toFixed(1), `${((feature.share ?? 0) * 100).toFixed(1)}%`]),
      feature.point[0].toFixed(6),
      feature.point[1].toFixed(6),
    ]
  }
  return BYTE_ORDER_MARK + [head, ...features.map(row)].map(csvLine).join('')
}

function sayPerson({ person, standing, chainage_from_m, chainage_to_m }: Responsible, language: string): string {
  const english = language === 'en'
  const about = [
    pick(STANDINGS.find(({ value }) => value === standing)!.label, language),
    (english && person.organisation_en) || person.organisation,
    ...(chainage_from_m === null ? [] : [formatStretch(chainage_from_m, chainage_to_m!)]),
    ...(person.telephone ? [person.telephone] : []),
  ]
  const name = (english && person.name_en) || person.name
  return english ? `${name} (${about.join(', ')})` : `${name}（${about.join('，')}）`
}
