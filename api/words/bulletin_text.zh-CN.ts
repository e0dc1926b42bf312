/** What stands in the bulletin (通报) of cases, in Chinese. */
import type { Stage } from '#geodata/cases/flow.ts'
import type { CaseSource } from '#geodata/cases/records.ts'

const STAGES: Readonly<Record<Stage, string>> = {
  collected: '待立案',
  filed: '待派遣',
  dispatched: '已派遣',
  handling: '处理中',
  reported_back: '待核查',
  verified: '待结案',
  closed: '已结案',
  dismissed: '不予立案',
  merged: '已并案',
}

const SOURCES: Readonly<Record<CaseSource, string>> = {
  supervisor: '监督员上报',
  river_patrol: '河长巡河',
  grid_patrol: '网格巡查',
  public: '公众举报',
  hotline: '热线转办',
  inspection: '上级督查',
}

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`

/** What the summary is made of; rates are shares of 1. */
export interface Summary {
  readonly filed: number
  readonly due: number
  readonly closed: number
  readonly closing_rate: number | null
  readonly on_time_rate: number | null
  readonly handling_rate: number | null
  readonly overdue: number
  /** How the closing rate has changed, in words. */
  readonly change: string | null
  readonly best: { readonly names: readonly string[]; readonly count: number; readonly rate: number } | null
  readonly worst: { readonly names: readonly string[]; readonly count: number; readonly rate: number } | null
}

const named = ({ names, count, rate }: NonNullable<Summary['best']>): string =>
  `${names.join('、')}${count > names.length ? `等${count}个` : ''}（${percent(rate)}）`

export const bulletinTextZhCN = {
  title: (area: string | null, subject: string | null) => `${area ?? ''}${subject ?? ''}案件处置情况通报`,
  subjects: { component: '部件类', event: '事件类', river: '河湖类' },
  week: (year: number, week: number) => `${year}年第${week}周`,
  month: (year: number, month: number) => `${year}年${month}月`,
  year: (year: number) => `${year}年`,
  period: (name: string, days: string, isOver: boolean) => `${name}（${days}${isOver ? '' : '，本期未结束'}）`,
  file: (title: string, period: string) => `${title}_${period}`,
  overall: '总体情况',
  ranking: (by: string) => `按${by}排名`,
  chart: (by: string) => `各${by}立案与办结情况（件）`,
  chartPart: (by: string, shown: number, all: number) => `各${by}立案与办结情况（件，${all}个中立案最多的${shown}个）`,
  kinds: (shown: number) => `立案最多的${shown}类`,
  kindsAll: '各类立案',
  overdueList: (shown: number, all: number) =>
    all === shown ? `超期未结案件（${all}件）` : `超期未结案件（共${all}件，列超期最久的${shown}件）`,
  noOverdue: '截至统计时点没有超期未结的案件。',
  noCases: '本期没有立案。',
  bys: {
    town: '镇（街道）',
    community: '村（社区）',
    grid: '网格',
    organisation: '承办单位',
    person: '承办人',
    kind: '案件类别',
    class: '案件大类',
    county: '县',
  },
  gridsOf: (scheme: string, level: string) => `${scheme}${level}`,
  nobody: {
    grid: '不在网格内',
    organisation: '未派遣',
    person: '未落实到人',
  } as Readonly<Record<string, string>>,
  unnamed: '（不明）',
  summary: ({ filed, due, closed, closing_rate, on_time_rate, handling_rate, overdue, change, best, worst }: Summary): string => {
    if (filed === 0) return '本期没有立案。'
    const rates = [
      closing_rate === null ? '' : `结案率${percent(closing_rate)}${change === null ? '' : `（${change}）`}`,
      on_time_rate === null ? '' : `按期结案率${percent(on_time_rate)}`,
      handling_rate === null ? '' : `按期处置率${percent(handling_rate)}`,
    ].filter((each) => each !== '')
    const sentences = [
      [`本期立案${filed}件，应结案${due}件，已结案${closed}件`, ...rates].join('，'),
      ...(best && worst ? [`结案率最高的是${named(best)}，最低的是${named(worst)}`] : []),
      overdue === 0 ? '本期立案的案件没有超期未结' : `本期立案的案件中有${overdue}件超期未结`,
    ]
    return `${sentences.join('。')}。`
  },
  figures: {
    filed: '立案数（件）',
    due: '应结案数（件）',
    closed: '结案数（件）',
    closing_rate: '结案率',
    on_time_rate: '按期结案率',
    handling_rate: '按期处置率',
    return_rate: '退回率',
    rework_rate: '返工率',
    extension_rate: '延期率',
    overdue: '超期未结（件）',
  },
  columns: {
    filed: '立案',
    due: '应结',
    closed: '结案',
    closing_rate: '结案率',
    on_time_rate: '按期\n结案率',
    handling_rate: '按期\n处置率',
    return_rate: '退回率',
    rework_rate: '返工率',
    extension_rate: '延期率',
    overdue: '超期\n未结',
    patrol_rate: '巡查率',
  },
  total: '合计',
  parts: { on_time: '按期结案', late: '超期结案', overdue: '超期未结', open: '未到期' },
  saidOfBar: (rate: string) => `结案率 ${rate}`,
  kindColumns: {
    code: '编号',
    kind: '案件类别',
    class: '大类',
    filed: '立案',
    share: '占比',
    before: '上期立案',
    closing_rate: '结案率',
  },
  overdueColumns: {
    number: '案卷号',
    kind: '案件类别',
    community: '村（社区）',
    organisation: '承办单位',
    stage: '现环节',
    due: '应结案时间',
    days: '超期\n（天）',
  },
  definitions: (asOf: string) => [
    `统计口径：${asOf}前立案（不含不予立案和已并案）的案件，按当时的办理情况计算。`,
    '应结案数：到统计时点应当结案的和已经结案的案件。结案率＝结案数÷应结案数；按期结案率＝按期结案数÷应结案数。',
    '按期处置率＝按期反馈处理结果的案件数÷应处置数（到统计时点应当处置的和已经处置的案件）。',
    '退回率、返工率、延期率＝发生过退回、返工、延期的案件数÷立案数。',
    '超期天数按自然日计算；时限依案件类别，按工作时、工作日或小时计。',
  ],
  patrolDefinition: '巡查率＝按期完成的巡河次数÷应巡河次数；多巡的不多计。',
  moment: (day: string) => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日24时`,
  sheets: { totals: '总表', ranking: '排名', cases: '案件' },
  cases: (shown: number, all: number) => (shown === all ? `本期立案 ${all} 件` : `本期立案 ${all} 件，列出最早的 ${shown} 件`),
  caseColumns: {
    number: '案卷号',
    code: '类别编号',
    kind: '案件类别',
    class: '大类',
    source: '来源',
    community_code: '村（社区）代码',
    community: '村（社区）',
    grid_code: '网格编码',
    grid: '网格',
    place: '位置描述',
    organisation: '承办单位',
    person: '承办人',
    found: '发现时间',
    filed: '立案时间',
    due: '应结案时间',
    closed: '结案时间',
    stage: '现环节',
    returns: '退回次数',
    reworks: '返工次数',
    extensions: '延期次数',
    overdue: '超期天数',
  },
  stages: STAGES,
  sources: SOURCES,
}
export type BulletinText = typeof bulletinTextZhCN
