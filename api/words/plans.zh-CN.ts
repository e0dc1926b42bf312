import type { UnreadableFile } from '../imports/refusal.ts'
import { say, wordsIn } from '../imports/words/index.ts'
import type { Standing } from '../schemes/delete.ts'

export const plansZhCN = {
  plan_place_unknown: () => '没有这个网格体系，或没有这个区划。',
  plan_without_cells: () => '这个区划内没有单元网格，不能划分网格。请先导入单元网格。',
  land_not_coverage: () => '这一片的单元网格有重叠或缝隙，不能在上面做方案。请先修正数据。',
  square_invalid: ({ name }: { name: string }) => `${name} 须为 0 到 9999 的整数。`,
  plan_state: ({ state }: { state: string }) => `方案现在的状态是“${state}”，不能这样做。`,
  plan_own: () => '自己的方案须由他人审核。',
  plan_conflicts: ({ count }: { count: number }) => `有 ${count} 步与已发布的网格冲突，请先处理。`,
  plan_findings: ({ count }: { count: number }) => `有 ${count} 处违反规则，请先修正，或写明例外原因。`,
  plan_empty: () => '方案没有改动任何网格。',
  edit_refused: ({ reason }: { reason: string }) => `这一步不能做（${reason}）。`,
  edits_invalid: () => 'edits 须为 1 到 5000 个编辑步骤。',
  nothing_to_undo: () => '没有可以撤销的步骤。',
  nothing_to_redo: () => '没有可以重做的步骤。',
  step_not_found: () => '没有这一步。',
  codes_exhausted: ({ prefix }: { prefix: string }) => `${prefix} 下的三位顺序号已用完，不能再编新码。`,
  effective_too_early: ({ earliest }: { earliest: string }) => `生效日期不能早于 ${earliest}。`,
  effective_missing: () => '请给出生效日期。',
  proof_failed: ({ count }: { count: number }) => `数据库复核没有通过（${count} 处），没有发布任何改动。`,
  scheme_taken: () => '已有这个标识的网格体系。',
  scheme_in_use: ({ published, plans, assignments, case_kinds }: Standing) => {
    const reasons = [
      ...(published > 0 ? [`已发布过 ${published} 个方案`] : []),
      ...(plans > 0 ? [`还有 ${plans} 个未了结的方案`] : []),
      ...(assignments > 0 ? [`网格上有 ${assignments} 条责任记录`] : []),
      ...(case_kinds > 0 ? [`有 ${case_kinds} 种案件派给它的网格人员`] : []),
    ]
    return `这个网格体系不能删除：${reasons.join('；')}。`
  },
  levels_exhausted: ({ maximum }: { maximum: number }) => `网格体系最多 ${maximum} 级。`,
  proposals_busy: () => '正在计算其他方案，请稍后再试。',
  cells_present: () => '这个区划已有单元网格，不能再由网格生成。',
  grids_missing: () => '这个网格体系在该区划内没有最低一级的网格，请先导入网格。',
  grids_present: () => '这个网格体系在该区划内已有网格。要改动，请新建方案；要另存一套，请先新建网格体系。',
  cells_missing: () => '这个区划内没有单元网格，表格无从对应。请先导入带图形的网格。',
  areas_missing: () => '该县有区划数据，但这个区划内没有社区（村）。请先导入社区（村）边界。',
  communities_unknown: () => '整县导入且没有社区边界时，社区列须为该县的 12 位社区（村）编码。',
  file_without_areas: () => '文件里没有可用的面。',
  far_from_zone: ({ count }: { count: number }) => `有 ${count} 行离其余的面太远，不在同一投影带内。请检查坐标系。`,
  geodata_unreadable: ({ format, detail }: UnreadableFile) => say(wordsIn('zh').formats[format], detail),
  preview_outdated: () => '预览之后数据有变化，结果已不同。请重新预览。',
  site_outside: () => '重点单位须整个落在一个 A 类网格内。',
  grid_has_land: () => 'A 类网格有土地，须用方案合并，不能直接撤销。',
  revision_not_found: () => '没有这一版。',
}
