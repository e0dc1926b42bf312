import { keySites } from '#geodata/layers/key_sites.ts'
import { geohazardKind, siteKind, zoneKind } from '../words.ts'
import type { SiteFinding } from './dangers.ts'

/** Shelters, and the kinds of key sites. */
export const SITE_KINDS: readonly string[] = [
  'shelter',
  ...keySites.fields.flatMap((field) =>
    field.name === 'kind' && field.type === 'choice' ? field.choices.map(({ value }) => value) : [],
  ),
]

export const siteKindName = (kind: string, language: string, shelter: string): string =>
  kind === 'shelter' ? shelter : siteKind(kind, language)

export const hazardKindName = ({ hazard_layer, hazard_kind }: SiteFinding, language: string): string =>
  hazard_layer === 'geohazard_points' ? geohazardKind(hazard_kind, language) : zoneKind(hazard_kind, language)
