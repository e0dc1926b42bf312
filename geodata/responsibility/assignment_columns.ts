import { LAYERS } from '../layers/index.ts'
import { column, type ListColumn } from './list_column.ts'
import { ROLES, STANDINGS } from './roles.ts'

/** What a list of assignments says, in the order in which it is written. */
export const ASSIGNMENT_COLUMNS = {
  layer: column('layer', '图层', 'Layer', ['对象类型', '类型'], { required: true }),
  scheme: column('scheme', '网格体系', 'Scheme', ['体系']),
  code: column('code', '编码', 'Code', ['编号', '对象编码', '网格编码', '河段编码', 'object code'], { required: true }),
  title: column('title', '名称', 'Title', ['对象名称', '网格名称', 'object name']),
  role: column('role', '责任角色', 'Role', ['角色', '职责'], { required: true }),
  standing: column('standing', 'AB岗', 'Standing', ['A/B岗', '岗别', 'AB角']),
  person_code: column('person_code', '工号', 'Staff number', ['人员编号', 'staff code']),
  person: column('person', '姓名', 'Name', ['责任人', 'person']),
  organisation: column('organisation', '单位', 'Organisation', ['所在单位', '工作单位', '部门', 'organization']),
  valid_from: column('valid_from', '起始日期', 'Valid from', ['开始日期', '任职日期', '起']),
  valid_to: column('valid_to', '终止日期', 'Valid to', ['结束日期', '止']),
  chainage_from_m: column('chainage_from_m', '起点里程', 'From chainage', ['起点里程m', '起点桩号'], { signed: true }),
  chainage_to_m: column('chainage_to_m', '终点里程', 'To chainage', ['终点里程m', '终点桩号'], { signed: true }),
  remark: column('remark', '备注', 'Remark', ['说明']),
} as const satisfies Record<string, ListColumn>

const assignable = new Set(ROLES.flatMap(({ layers }) => layers))
export const LAYER_NAMES = LAYERS.filter(({ id }) => assignable.has(id)).map(({ id, name }) => ({
  value: id,
  names: [name.zh, name.en, id],
}))
export const ROLE_NAMES = ROLES.map(({ id, label }) => ({ value: id, names: [label.zh, label.en, id] }))
export const STANDING_NAMES = STANDINGS.map(({ value, label }) => ({
  value,
  names: [label.zh, label.en, value, ...(value === 'joint' ? ['共同责任', 'jointly'] : [`${value}角`, `${value} 岗`])],
}))
