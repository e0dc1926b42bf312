import type { FoundType } from '#geodata/photos/index.ts'
import type { damageZhCN } from './damage.zh-CN.ts'

const FOUND: Readonly<Record<FoundType, string>> = {
  heic: 'This is a HEIC photo, which the server cannot read. Choose “Most compatible” in the settings of the camera, or save it as JPEG first.',
  gif: 'This is an animated GIF.',
  tiff: 'This is a TIFF image.',
  bmp: 'This is a BMP image.',
  zip: 'This is an archive, not a photo.',
  pdf: 'This is a PDF file, not a photo.',
  svg: 'This is an SVG drawing, which may carry scripts; it is not taken as a photo.',
  html: 'This is a web page, not a photo.',
  video: 'This is a video, not a photo.',
  empty: 'The file is empty.',
  other: 'This is no photo.',
}

export const damageEn: typeof damageZhCN = {
  photo_unsupported: ({ found }) => `${FOUND[found]} Photos are JPEG, PNG or WebP.`,
  photo_damaged: () => 'The photo is damaged or incomplete; perhaps it was not sent to its end. Please choose it again.',
  photo_dimensions: ({ width, height, megapixels }) =>
    `The photo has ${width} × ${height} pixels, more than the ${megapixels} million that are taken.`,
  photo_too_large: ({ megabytes }) => `The photo is too large; ${megabytes} MB at most.`,
  photo_small_too_large: ({ bytes, side }) =>
    `A small photo has ${bytes / 1024} KB at most, and no side longer than ${side} pixels.`,
  photos_full: ({ maximum }) => `A report has ${maximum} photos at most.`,
  moment_invalid: ({ field }) => `“${field}” must be a moment with its time zone, such as 2026-03-03T08:00:00+08:00.`,
  event_in_future: () => 'It cannot have begun later than now.',
  event_area_unknown: ({ code }) => `There is no administrative area with the code “${code}”.`,
  event_closed: () => 'Reporting of damage for this event has ended; new reports are not taken.',
  event_ends_before: () => 'It cannot end before it began.',
  report_place_missing: () => 'Give a position or a community, one of the two.',
  report_place_unknown: () => 'This position lies in no community. Choose another on the map, or name the community instead.',
  report_client_id_taken: () => 'This identifier belongs to another report.',
  report_corrected: ({ id }) => `This report has been corrected by report ${id}. Please correct the latest one.`,
  report_not_yours: () => 'Only who sent a report, or the emergency office, may correct it or add photos.',
}
