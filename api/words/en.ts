import { accessEn } from './access.en.ts'
import { casesEn } from './cases.en.ts'
import { damageEn } from './damage.en.ts'
import { emergencyEn } from './emergency.en.ts'
import { hazardsEn } from './hazards.en.ts'
import { packsEn } from './packs.en.ts'
import { plansEn } from './plans.en.ts'
import { printsEn } from './prints.en.ts'
import { responsibilityEn } from './responsibility.en.ts'
import { riversEn } from './rivers.en.ts'
import { sheetsEn } from './sheets.en.ts'
import { staffEn } from './staff.en.ts'
import type { Words } from './zh-CN.ts'

/** Every sentence the API says in English. */
export const en: Words = {
  problems: {
    ...accessEn,
    ...responsibilityEn,
    ...plansEn,
    ...packsEn,
    ...emergencyEn,
    ...casesEn,
    ...damageEn,
    ...staffEn,
    ...sheetsEn,
    ...printsEn,
    ...hazardsEn,
    ...riversEn,
    not_found: () => 'There is nothing at this address. See /api/openapi.json for what there is.',
    method_not_allowed: ({ allowed }) => `This address takes ${allowed} requests only.`,
    unknown_layer: ({ layer, known }) => `There is no layer “${layer}”. Layers: ${known}.`,
    layer_twice: ({ layer }) => `The layer “${layer}” is listed twice.`,
    tile_not_integer: ({ field }) => `${field} in a tile's address must be a whole number, 0 or more.`,
    tile_not_mvt: () => "A tile's address ends in .mvt, as in /tiles/hydrants/14/13341/6494.mvt.",
    zoom_out_of_range: ({ minimum, maximum }) => `The zoom must be from ${minimum} to ${maximum}.`,
    tile_out_of_range: ({ maximum }) => `Column and row must be from 0 to ${maximum} at this zoom.`,
    unknown_tile_matrix_set: ({ name }) => `There is no tile matrix set “${name}”, only WebMercatorQuad.`,
    feature_not_found: ({ layer, id }) => `The layer “${layer}” has no feature “${id}”.`,
    unknown_parameter: ({ name, known }) =>
      `There is no parameter “${name}”. ${known ? `Parameters: ${known}.` : 'This address takes none.'}`,
    parameter_twice: ({ name }) => `The parameter “${name}” was given more than once.`,
    bbox_invalid: () =>
      'bbox must be four finite numbers (or six, with heights): west,south,east,north in degrees, south not above north, latitudes from −90 to 90.',
    limit_invalid: ({ maximum }) => `limit must be a whole number from 1 to ${maximum}.`,
    offset_invalid: () => 'offset must be a whole number from 0 to 10000000.',
    datetime_invalid: () =>
      'datetime must be a day (2026-03-03), an RFC 3339 moment, or two of them joined by “/”, with “..” for an open end.',
    sortby_invalid: ({ known }) =>
      `sortby must be field names joined by commas, “-” before one for descending order. Fields: ${known}.`,
    properties_invalid: ({ known }) => `properties must be field names joined by commas. Fields: ${known}.`,
    text_too_long: ({ name, maximum }) => `The parameter “${name}” may have ${maximum} characters at most.`,
    text_invalid: ({ name }) => `The parameter “${name}” must not be empty or hold control characters.`,
    filter_not_number: ({ name }) => `“${name}” takes a number or a range joined by “..”, as in 10..20, 10.. or ..20.`,
    filter_not_date: ({ name }) => `“${name}” takes a day (2026-03-03) or a range joined by “..”.`,
    filter_not_boolean: ({ name }) => `“${name}” takes true or false.`,
    filter_not_choice: ({ name, known }) => `“${name}” has no such value. Values: ${known}.`,
    format_unknown: ({ known }) => `f must be ${known}.`,
    url_too_long: ({ maximum }) => `The URL is too long: ${maximum} bytes at most.`,
    url_malformed: () => 'The URL is malformed: check its “%” escapes.',
    request_malformed: () => 'The request is not valid HTTP.',
    body_not_json: () => 'The body of the request is not valid JSON.',
    body_too_large: () => 'The body of the request is too large.',
    body_unsupported: () => 'This type of body is not supported: use application/json.',
    base_map_missing: () => 'No outside base map is configured.',
    base_map_unreachable: () => 'The outside base map did not answer. Try again later or check the configuration.',
    database_unavailable: () => 'The database did not answer. Try again later.',
    question_too_slow: () => 'The database took too long and was stopped. Ask for a smaller area.',
    internal_error: ({ id }) => `The server failed and has logged it as ${id}. Try again later.`,
  },
  titles: {
    400: 'Bad request',
    401: 'Not signed in',
    403: 'Forbidden',
    404: 'Not found',
    405: 'Method not allowed',
    409: 'Conflict',
    412: 'Changed meanwhile',
    413: 'Content too large',
    414: 'URL too long',
    415: 'Unsupported media type',
    422: 'Not acceptable as it is',
    428: 'Precondition missing',
    429: 'Too many attempts',
    431: 'Request header too large',
    500: 'Server error',
    502: 'Bad gateway',
    503: 'Unavailable',
    504: 'Too slow',
  },
  landing: {
    title: 'Jiangli',
    description:
      'The map on which areas of responsibility are drawn and given names. All layers, after OGC API Features and Tiles.',
  },
  links: {
    self: 'This document',
    conformance: 'Conformance',
    openapi: 'OpenAPI 3.1 definition',
    collections: 'Layers',
    collection: 'The layer',
    items: 'Features',
    queryables: 'Queryable fields',
    tiles: 'Vector tiles',
    next: 'Next page',
    previous: 'Previous page',
    landing: 'Landing page',
    tile_matrix_sets: 'Tile matrix sets',
  },
}
