export const hazardsZhCN = {
  hazard_question_invalid: ({ field }: { field: string }) =>
    `参数“${field}”缺失或不合规定。可用取值见 /api/hazards/rules 和接口说明。`,
  fault_uncertainty_missing: () => '这条断层没有位置误差。请在 uncertainty_m 中给出（米），避让带须含位置误差。',
  avoidance_not_required: () => '按所选规范，此条件下不要求避让，没有可保存的避让带或调查带。',
  fault_zone_not_found: ({ field }: { field: string }) => `“${field}”中有的编号不是现行的断层避让带或调查带。`,
  zones_in_force: ({ names, count }: { names: readonly string[]; count: number }) =>
    `这条断层另有 ${count} 个带现行有效：${names.map((name) => `“${name}”`).join('、')}。请逐个说明是终止（replaces）还是保留（keeps）。`,
  site_finding_not_found: () => '没有这条核查结果。',
}
