export const printsZhCN = {
  book_territory_invalid: () => 'territory 须为镇（街道）9 位或村（社区）12 位行政区划代码。',
  water_book_too_large: ({ maximum }: { maximum: number }) => `水源超过 ${maximum} 处，一册印不下。请按村（社区）分册。`,
  expiry_invalid: ({ day }: { day: string }) => `expires 须为有效日期（YYYY-MM-DD），且晚于 ${day}。`,
  poster_community_invalid: () => 'community 须为村（社区）12 位行政区划代码。',
  bulletin_too_early: ({ day }: { day: string }) => `通报按整天统计，${day} 所在的这一期还没有过完一天。请选较早的日期。`,
}
