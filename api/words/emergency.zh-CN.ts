export const emergencyZhCN = {
  outside_county: () => '这个位置不在本县范围内。请检查坐标及其坐标系。',
  outside_county_swapped: () => '这个位置不在本县范围内；把经度和纬度对调就在县内，请检查是否写反。',
  number_out_of_range: ({ name, minimum, maximum }: { name: string; minimum: number; maximum: number }) =>
    `${name} 须为 ${minimum} 到 ${maximum} 的整数。`,
  closure_not_drawn: () => 'geometry 须为 GeoJSON 折线（LineString）、多边形或多多边形，单位为度。',
  closure_closes_nothing: () => '画的线或范围没有碰到任何道路，没有封闭任何路段。请画过道路中线。',
  mark_not_of_layer: ({ layer, known }: { layer: string; known: string }) => `图层“${layer}”上只能标记：${known}。`,
  client_id_taken: () => '这个 client_id 已用于另一条内容不同的上报，请换一个再发。',
  emergency_busy: () => '正在计算的路程太多，请稍后再试。',
  coverage_kind_unknown: ({ known }: { known: string }) => `kind 须为：${known}。`,
  territory_missing: () => '没有这个区划代码的县、镇（街道）或村（社区）。',
}
