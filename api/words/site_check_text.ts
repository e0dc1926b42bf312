/** What stands in the table of findings. */
import type { Relation, Verdict } from '#geodata/hazards/site_check.ts'
import type { Language } from './index.ts'

interface SiteCheckText {
  readonly name: string
  readonly shelter: string
  readonly header: readonly string[]
  readonly relations: Readonly<Record<Relation, string>>
  readonly verdicts: Readonly<Record<Verdict, string>>
  readonly states: Readonly<Record<'none' | 'open' | 'done', string>>
}

export const SITE_CHECK_TEXT: Readonly<Record<Language, SiteCheckText>> = {
  zh: {
    name: '场所安全核查',
    shelter: '应急避难场所',
    header: [
      '场所编号',
      '场所名称',
      '类型',
      '地址',
      '危险源',
      '危险源类型',
      '位置关系',
      '距边界（米）',
      '距断层线（米）',
      '判定',
      '依据',
      '版本',
      '核查日期',
      '核查结论',
      '后续措施',
      '完成期限',
      '状态',
      '填写人',
      '填写日期',
    ],
    relations: { inside: '区内', near: '邻近' },
    verdicts: { do_not_build: '不得建设', investigate: '须专门研究', danger: '处于危险区', watch: '关注' },
    states: { none: '未填写', open: '待办', done: '办结' },
  },
  en: {
    name: 'Check of sites',
    shelter: 'Shelter',
    header: [
      'Site code',
      'Site',
      'Kind',
      'Address',
      'Hazard',
      'Kind of hazard',
      'Relation',
      'To its border (m)',
      'To the fault line (m)',
      'Verdict',
      'Rule',
      'Edition',
      'Checked on',
      'Result',
      'Follow-up',
      'Due',
      'State',
      'Written by',
      'Written on',
    ],
    relations: { inside: 'Inside', near: 'Near' },
    verdicts: { do_not_build: 'Do not build', investigate: 'Study required', danger: 'In danger', watch: 'Watch' },
    states: { none: 'Nothing written', open: 'Open', done: 'Done' },
  },
}
