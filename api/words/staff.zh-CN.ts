import type { Words } from '#geodata/layers/layer.ts'

const STANDING: Readonly<Record<string, string>> = { A: 'A岗', B: 'B岗', joint: '共同责任人' }

export const staffZhCN = {
  record_not_found: ({ id }: { id: number | string }) => `没有编号为“${id}”的记录。`,
  record_twice: () => '已有同名或同编号的记录。',
  link_unknown: () => '所指的单位、岗位或人员不存在。',
  tenures_overlap: () => '此人在这段时间内已任这个岗位。',
  organisation_in_itself: () => '单位不能隶属于自己或自己的下级。',
  id_invalid: ({ name }: { name: string }) => `“${name}”须为记录编号。`,
  sheet_format_unknown: ({ known }: { known: string }) => `format 只能是 ${known}。`,
  end_before_start: () => '终止日期须晚于起始日期。',
  rows_refused: ({ count }: { count: number }) => `有 ${count} 行不能办理，因此全部没有办理。请看各行的原因。`,
  layer_unassignable: ({ layer }: { layer: string }) => `没有图层“${layer}”，或其对象不能指定责任人。`,
  role_not_for_layer: ({ role, layer }: { role: Words; layer: Words }) => `“${layer.zh}”上没有“${role.zh}”这一角色。`,
  person_unknown: ({ person }: { person: string }) => `查无此人：“${person}”。`,
  person_left: ({ left_on }: { left_on: string }) => `此人已于 ${left_on} 离任，不能负责到那天以后。`,
  person_ambiguous: ({ name, count }: { name: string; count: number }) => `叫“${name}”的有 ${count} 人，请写工号。`,
  person_unsaid: () => '请写工号，或写姓名和单位。',
  code_of_other: ({ name }: { name: string }) => `这个工号是“${name}”的，与姓名不符。`,
  organisation_unknown: ({ name }: { name: string }) => `没有单位“${name}”，请先建立单位。`,
  organisation_ambiguous: ({ name, count }: { name: string; count: number }) => `叫“${name}”的单位有 ${count} 个，请写区划代码。`,
  object_unknown: ({ object }: { object: string }) => `图上没有对象“${object}”。`,
  object_ambiguous: ({ object, count }: { object: string; count: number }) =>
    `编码“${object}”有 ${count} 个对象，请写明网格体系，或先改正重复的编码。`,
  object_not_valid: ({ valid_from, valid_to }: { valid_from: string; valid_to: string | null }) =>
    `该对象自 ${valid_from} 起有效${valid_to ? `，至 ${valid_to} 止` : ''}，责任期不能超出。`,
  stretch_invalid: () => '起止里程须同时填写，终点大于起点。',
  stretch_not_linear: ({ layer }: { layer: Words }) => `“${layer.zh}”不是线状对象，不能按里程分段。`,
  chainage_outside: ({ begin_m, end_m }: { begin_m: number; end_m: number }) =>
    `里程超出对象：该对象从 ${Math.round(begin_m)} 米到 ${Math.round(end_m)} 米。`,
  assignments_overlap: (held?: {
    person: string
    standing: string
    valid_from: string
    valid_to: string | null
    chainage_from_m: number | null
    chainage_to_m: number | null
  }) =>
    held
      ? `“${held.person}”已是${STANDING[held.standing]}：${held.valid_from} 起${held.valid_to ? `，至 ${held.valid_to} 前` : ''}${
          held.chainage_from_m === null ? '' : `，里程 ${Math.round(held.chainage_from_m)}—${Math.round(held.chainage_to_m!)} 米`
        }。`
      : '同一对象、同一角色在同一时间已有责任人。',
  assignment_twice: ({ other }: { other: number }) => `与第 ${other} 行重复：同一对象、同一角色、同一时间。`,
  assignment_begun: () => '责任已经生效，只能终止，不能删除。',
  area_empty: () => '所画范围内没有该图层的对象。',
  objects_too_many: ({ maximum }: { maximum: number }) => `一次最多 ${maximum} 个对象。`,
  successor_is_leaver: () => '接手人不能是交出人自己。',
  form_expected: () => '请以 multipart/form-data 上传一个文件。',
  file_missing: () => '请在表单中附上一个文件，且只附一个。',
  file_empty: () => '文件中没有数据：首行须为列名，其下至少一行。',
  file_type_unsupported: () => '只接受 .xlsx 工作簿或 CSV 文本；旧的 .xls 请另存为 .xlsx。',
  file_damaged: () => '文件已损坏或加了密码，无法读取。',
  workbook_bomb: () => '工作簿解开后过大，已拒绝。',
  text_encoding_unknown: () => '文字编码无法识别：请存为 UTF-8 或 GB18030。',
  csv_damaged: () => 'CSV 中的引号不成对，无法读取。',
  rows_too_many: ({ maximum }: { maximum: number }) => `一次最多导入 ${maximum} 行，请分批。`,
  columns_too_many: ({ maximum }: { maximum: number }) => `最多 ${maximum} 列。`,
  cell_too_long: ({ maximum }: { maximum: number }) => `有单元格超过 ${maximum} 个字。`,
  column_twice: ({ name }: { name: string }) => `“${name}”这一列出现了两次。`,
  columns_missing: ({ missing }: { missing: readonly Words[] }) => `缺少列：${missing.map(({ zh }) => `“${zh}”`).join('、')}。`,
  cell_formula: () => '单元格是公式。请粘贴为数值后再导入。',
  cell_active: () => '单元格以 =、+、-、@ 或制表符开头，会被表格软件当作公式，已拒绝。',
  cell_invalid: () => '单元格内容不合要求。',
  cell_empty: () => '必填的单元格是空的。',
  code_rounded: () => '编码被表格软件当成数字而失真（如 4.10882E+14）。请把该列设为文本后重填。',
  day_unreadable: ({ text }: { text: string }) => `读不懂日期“${text}”，请写成 2026-01-01。`,
  metres_unreadable: ({ text }: { text: string }) => `读不懂里程“${text}”，请写米数或 K1+200。`,
  choice_unknown: ({ text, known }: { text: string; known: readonly string[] }) =>
    `没有“${text}”这个取值。可用：${known.join('、')}。`,
  row_repeated: ({ first, row }: { first: number; row: number }) => `第 ${row} 行与第 ${first} 行是同一个人。`,
  export_too_large: ({ maximum }: { maximum: number }) => `一次最多导出 ${maximum} 行，请缩小范围。`,
}
