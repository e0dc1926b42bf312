export const sheetsZhCN = {
  sheet_area_invalid: () => 'area 须为行政区划代码：县 6 位、镇（街道）9 位、村（社区）12 位数字。',
  sheet_area_not_found: ({ code, day }: { code: string; day: string }) => `${day} 没有代码为“${code}”的行政区划。`,
  sheet_scheme_not_found: ({ scheme, known }: { scheme: string; known: string }) => `没有网格体系“${scheme}”。现有：${known}。`,
  sheet_level_invalid: () => 'level 须为 1 到 9 的整数。',
  sheet_level_not_found: ({ scheme, level, known }: { scheme: string; level: number; known: string }) =>
    `网格体系“${scheme}”没有第 ${level} 级，只有：${known}。`,
  sheet_paper_unknown: ({ known }: { known: string }) => `paper 只能是 ${known}。`,
  sheet_orientation_unknown: ({ known }: { known: string }) => `orientation 只能是 ${known}。`,
  sheet_language_unknown: () => 'lang 只能是 zh 或 en。',
  sheet_without_grids: ({ area, scheme, level, day }: { area: string; scheme: string; level: string; day: string }) =>
    `${day}“${area}”没有“${scheme}”的“${level}”，无图可出。请换一个体系、级别或日期。`,
  sheets_busy: () => '正在出图的请求太多，请稍后再试。',
  sheet_too_large: ({ maximum }: { maximum: number }) => `网格超过 ${maximum} 个，一张图放不下。请选较小的区域或较高的级别。`,
}
