import type { FoundType } from '#geodata/photos/index.ts'

const FOUND: Readonly<Record<FoundType, string>> = {
  heic: '这是 HEIC 照片，服务器不能读取。请在手机相机设置里选“兼容性最佳”，或先存成 JPEG 再传。',
  gif: '这是 GIF 动图。',
  tiff: '这是 TIFF 图像。',
  bmp: '这是 BMP 图像。',
  zip: '这是压缩包，不是照片。',
  pdf: '这是 PDF 文件，不是照片。',
  svg: '这是 SVG 图形，可能带有脚本，不能当照片。',
  html: '这是网页，不是照片。',
  video: '这是视频，不是照片。',
  empty: '文件是空的。',
  other: '这不是照片。',
}

export const damageZhCN = {
  photo_unsupported: ({ found }: { found: FoundType }) => `${FOUND[found]}照片须为 JPEG、PNG 或 WebP。`,
  photo_damaged: () => '照片文件不完整或已损坏，可能没有传完。请重新选择。',
  photo_dimensions: ({ width, height, megapixels }: { width: number; height: number; megapixels: number }) =>
    `照片有 ${width} × ${height} 像素，超过 ${megapixels} 百万像素的上限。`,
  photo_too_large: ({ megabytes }: { megabytes: number }) => `照片太大，最大 ${megabytes} MB。`,
  photo_small_too_large: ({ bytes, side }: { bytes: number; side: number }) =>
    `缩略图最大 ${bytes / 1024} KB，边长最长 ${side} 像素。`,
  photos_full: ({ maximum }: { maximum: number }) => `一条上报最多 ${maximum} 张照片。`,
  moment_invalid: ({ field }: { field: string }) => `“${field}”须为带时区的时刻，如 2026-03-03T08:00:00+08:00。`,
  event_in_future: () => '发生时间不能晚于现在。',
  event_area_unknown: ({ code }: { code: string }) => `没有代码为“${code}”的行政区划。`,
  event_closed: () => '这次事件的灾情速报已经结束，不再接收新的上报。',
  event_ends_before: () => '结束时间不能早于发生时间。',
  report_place_missing: () => '请给出位置，或所在的村（社区），二者选一。',
  report_place_unknown: () => '这个位置不在任何村（社区）内。请在地图上重新选点，或改选所在的村（社区）。',
  report_client_id_taken: () => '这个编号已用于另一条上报。',
  report_corrected: ({ id }: { id: number }) => `这条上报已被第 ${id} 条更正。请在最新一条上更正。`,
  report_not_yours: () => '只有上报人本人或应急值守人员可以更正、补照片。',
}
