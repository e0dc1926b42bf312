import { accessZhCN } from './access.zh-CN.ts'
import { casesZhCN } from './cases.zh-CN.ts'
import { damageZhCN } from './damage.zh-CN.ts'
import { emergencyZhCN } from './emergency.zh-CN.ts'
import { hazardsZhCN } from './hazards.zh-CN.ts'
import { packsZhCN } from './packs.zh-CN.ts'
import { plansZhCN } from './plans.zh-CN.ts'
import { printsZhCN } from './prints.zh-CN.ts'
import { responsibilityZhCN } from './responsibility.zh-CN.ts'
import { riversZhCN } from './rivers.zh-CN.ts'
import { sheetsZhCN } from './sheets.zh-CN.ts'
import { staffZhCN } from './staff.zh-CN.ts'

/** Every sentence the API says in Chinese. The keys are the stable codes. */
export const zhCN = {
  problems: {
    ...accessZhCN,
    ...responsibilityZhCN,
    ...plansZhCN,
    ...packsZhCN,
    ...emergencyZhCN,
    ...casesZhCN,
    ...damageZhCN,
    ...staffZhCN,
    ...sheetsZhCN,
    ...printsZhCN,
    ...hazardsZhCN,
    ...riversZhCN,
    not_found: () => '没有这个地址。接口说明见 /api/openapi.json。',
    method_not_allowed: ({ allowed }: { allowed: string }) => `此地址只接受 ${allowed} 请求。`,
    unknown_layer: ({ layer, known }: { layer: string; known: string }) => `没有图层“${layer}”。可用图层：${known}。`,
    layer_twice: ({ layer }: { layer: string }) => `图层“${layer}”列了两次。`,
    tile_not_integer: ({ field }: { field: string }) => `瓦片地址中的 ${field} 必须是非负整数。`,
    tile_not_mvt: () => '瓦片地址须以 .mvt 结尾，如 /tiles/hydrants/14/13341/6494.mvt。',
    zoom_out_of_range: ({ minimum, maximum }: { minimum: number; maximum: number }) =>
      `缩放级别须在 ${minimum} 到 ${maximum} 之间。`,
    tile_out_of_range: ({ maximum }: { maximum: number }) => `此级别的行列号须在 0 到 ${maximum} 之间。`,
    unknown_tile_matrix_set: ({ name }: { name: string }) => `没有瓦片矩阵集“${name}”，只提供 WebMercatorQuad。`,
    feature_not_found: ({ layer, id }: { layer: string; id: string }) => `图层“${layer}”中没有编号为“${id}”的要素。`,
    unknown_parameter: ({ name, known }: { name: string; known: string }) =>
      `不认识参数“${name}”。${known ? `可用参数：${known}。` : '此地址不接受参数。'}`,
    parameter_twice: ({ name }: { name: string }) => `参数“${name}”给了多次，只能给一次。`,
    bbox_invalid: () => 'bbox 须为四个（或带高程的六个）有限数字：西,南,东,北，单位为度，南不大于北，纬度在 −90 到 90 之间。',
    limit_invalid: ({ maximum }: { maximum: number }) => `limit 须为 1 到 ${maximum} 的整数。`,
    offset_invalid: () => 'offset 须为 0 到 10000000 的整数。',
    datetime_invalid: () => 'datetime 须为日期（2026-03-03）、RFC 3339 时刻，或用“/”连接的时段，开口一端写“..”。',
    sortby_invalid: ({ known }: { known: string }) => `sortby 须为字段名，倒序前加“-”，多个用逗号分开。可用字段：${known}。`,
    properties_invalid: ({ known }: { known: string }) => `properties 须为逗号分开的字段名。可用字段：${known}。`,
    text_too_long: ({ name, maximum }: { name: string; maximum: number }) => `参数“${name}”最长 ${maximum} 个字。`,
    text_invalid: ({ name }: { name: string }) => `参数“${name}”不能为空，也不能含控制字符。`,
    filter_not_number: ({ name }: { name: string }) => `字段“${name}”须给数字，或用“..”连接的范围，如 10..20、10..、..20。`,
    filter_not_date: ({ name }: { name: string }) => `字段“${name}”须给日期（2026-03-03），或用“..”连接的范围。`,
    filter_not_boolean: ({ name }: { name: string }) => `字段“${name}”须为 true 或 false。`,
    filter_not_choice: ({ name, known }: { name: string; known: string }) => `字段“${name}”没有这个取值。可用：${known}。`,
    format_unknown: ({ known }: { known: string }) => `f 只能是 ${known}。`,
    url_too_long: ({ maximum }: { maximum: number }) => `网址太长，最长 ${maximum} 字节。`,
    url_malformed: () => '网址不符合规范，请检查“%”编码。',
    request_malformed: () => '请求不符合 HTTP 规范。',
    body_not_json: () => '请求正文不是有效的 JSON。',
    body_too_large: () => '请求正文太大。',
    body_unsupported: () => '不支持这种正文类型，请用 application/json。',
    base_map_missing: () => '没有配置外部底图。',
    base_map_unreachable: () => '外部底图没有应答，请稍后再试或检查配置。',
    database_unavailable: () => '数据库没有应答，请稍后再试。',
    question_too_slow: () => '数据库用时过长，已停止。请缩小范围再试。',
    internal_error: ({ id }: { id: string }) => `服务器出错，已记入日志，编号 ${id}。请稍后再试。`,
  },
  titles: {
    400: '请求有误',
    401: '未登录',
    403: '没有权限',
    404: '没有找到',
    405: '不支持的方法',
    409: '有冲突',
    412: '已被改动',
    413: '内容太大',
    414: '网址太长',
    415: '不支持的类型',
    422: '内容不合要求',
    428: '缺少前提',
    429: '过于频繁',
    431: '请求头太长',
    500: '服务器出错',
    502: '上游没有应答',
    503: '暂时不可用',
    504: '用时过长',
  },
  landing: { title: '疆理', description: '划分责任区、落实责任人的地图。本接口按 OGC API Features 与 Tiles 提供全部图层。' },
  links: {
    self: '本文档',
    conformance: '符合的标准',
    openapi: 'OpenAPI 3.1 接口说明',
    collections: '图层',
    collection: '图层说明',
    items: '要素',
    queryables: '可查询的字段',
    tiles: '矢量瓦片',
    next: '下一页',
    previous: '上一页',
    landing: '接口首页',
    tile_matrix_sets: '瓦片矩阵集',
  },
}

export type Words = typeof zhCN
