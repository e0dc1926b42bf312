/** What is written at the steps of a case. */

/** By the first letters of the kind's code, the longer first. */
const DONE: Readonly<Record<string, readonly string[]>> = {
  C01: ['已更换，恢复使用', '已修复', '已到场处置，井盖复位'],
  C0113: ['已更换密封件，试水正常', '已清理埋压，栓体完好', '已修复漏水'],
  C02: ['已修复，恢复原状', '已更换'],
  C03: ['已更换', '已清洗、复位', '已修复，正常使用'],
  C04: ['已补栽', '已修剪清理', '已加固'],
  C05: ['已修复', '已督促整改到位'],
  E01: ['已清理干净', '已清运，现场冲洗', '已处理'],
  E0101: ['已拆除', '已下达限期拆除通知，当事人自拆'],
  E0110: ['坑槽已修补', '已铺装恢复'],
  E02: ['已清除', '已拆除收走'],
  E03: ['已责令整改，复查合格', '已覆盖、洒水', '已停工整改'],
  E04: ['已抢修完毕', '已疏通，积水排除', '已回填恢复通行'],
  E05: ['已劝离，秩序恢复', '已规范摆放', '已整改，经营者入店'],
  R01: ['已清理恢复原状', '已拆除并平整', '已立案查处，当事人清除'],
  R02: ['已打捞清运', '已清理，岸坡整洁', '已查明来源并处置'],
}

export function doneOf(code: string): readonly string[] {
  return DONE[code] ?? DONE[code.slice(0, 3)] ?? ['已处理']
}

export const DISMISSED = [
  '现场核实无此问题',
  '描述不清，无法定位',
  '属历史遗留，已有专项计划',
  '不属城市管理事项，已告知反映人',
] as const
export const RETURNED = ['不在我单位管护范围', '权属为产权单位，请另派', '现场位于邻段，非本网格', '需先由执法部门处理'] as const
export const WISHED = ['需采购配件', '连续降雨无法施工', '需与产权单位协商', '作业量大，人手不足'] as const
export const GRANTED = ['同意延期', '情况属实，同意'] as const
export const REFUSED = ['理由不充分，请按期完成', '已多次发生，不同意延期'] as const
export const NOT_SO = ['现场仍有残留', '仅处理一半', '反馈照片与现场不符', '处理后又出现'] as const
export const URGED = ['已超时，请尽快处置', '第二次督办', '领导批示，请速办'] as const
export const NOTED = ['已联系产权单位', '已到现场查看', '材料已订购', '等待天气转好'] as const
export const SAME = ['与在办案卷为同一问题', '重复上报'] as const
