type Place = { place: string }

export const responsibilityZhCN = {
  position_invalid: () => 'lon 和 lat 须为以度表示的十进制数字，如 lon=113.27&lat=35.21。',
  position_swapped: () => '经纬度写反了：lon 是经度，lat 是纬度，请对调。',
  position_outside: () => '经度须在 −180 到 180 之间，纬度须在 −90 到 90 之间。',
  day_invalid: () => 'at 须为日期，如 2026-03-03。',
  flag_invalid: ({ name }: { name: string }) => `“${name}”须为 true 或 false。`,
  area_missing: () => '请给出 geometry（所画范围）或 picked（所选区域）之一，不能同时给出。',
  area_not_polygon: () => '范围须为 GeoJSON 的 Polygon 或 MultiPolygon。',
  area_not_coordinates: () => '范围的坐标须为 [经度, 纬度] 数字对，且不能为空。',
  area_not_closed: ({ place }: Place) => `范围没有闭合：首末两点须相同（末点 ${place}）。`,
  area_too_few_points: () => '范围的每个环至少要有四个点，首末两点相同。',
  area_swapped: ({ place }: Place) => `坐标 ${place} 的经纬度写反了，应为 [经度, 纬度]。`,
  area_not_degrees: ({ place }: Place) => `坐标 ${place} 不是地图范围内的经纬度，单位须为度。`,
  area_crosses_itself: ({ place }: Place) => `范围的边界自相交或重叠，位置在 ${place}。请重画这一处。`,
  area_too_detailed: ({ vertices, maximum }: { vertices: number; maximum: number }) =>
    `范围有 ${vertices} 个点，最多 ${maximum} 个。请简化后再查。`,
  area_too_large: ({ found, maximum }: { found: number; maximum: number }) =>
    `范围有 ${found} 平方千米，最多 ${maximum} 平方千米。请缩小范围。`,
  area_pick_invalid: ({ maximum }: { maximum: number }) =>
    `picked 须为 1 到 ${maximum} 个 {"layer": 图层, "id": 编号}，图层须为面状图层。`,
  area_pick_missing: ({ layer, id }: { layer: string; id: number }) => `图层“${layer}”中没有编号为 ${id} 的区域，或它没有图形。`,
  area_list_invalid: ({ maximum }: { maximum: number }) =>
    `list 须为 {"layer": 图层, "limit": 1 到 ${maximum}, "offset": 0 到 10000000}。`,
  area_layers_invalid: () => 'layers 须为图层名的列表，不能为空，也不能重复。',
  area_member_unknown: ({ name, known }: { name: string; known: string }) => `请求内容中不认识“${name}”。可用：${known}。`,
  finding_kind_invalid: ({ known }: { known: string }) => `kind 须为 ${known} 之一。`,
  role_unknown: ({ known }: { known: string }) => `没有这个责任角色。可用：${known}。`,
  scheme_unknown: () => '没有这个网格体系。',
  territory_invalid: () => 'territory 须为县、镇（街道）或村（社区）的区划代码：6、9 或 12 位数字。',
}
