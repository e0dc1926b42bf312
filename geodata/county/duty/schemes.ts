/** The schemes that tile the county's territory, or part of it, each for a purpose of its own. Grids stay in one community unless it says otherwise. */
import type { Demo, DemoRule } from '../demo.ts'

const level = (number: number, name_zh: string, name_en: string) => ({ level: number, name_zh, name_en })

const off = (rule: string): DemoRule => ({ rule, severity: 'off' })

export const SCHEMES: Demo['schemes'] = [
  {
    id: 'governance',
    name_zh: '综治网格',
    name_en: 'Governance grids',
    levels: [level(1, '一级网格', 'Level 1'), level(2, '二级网格', 'Level 2'), level(3, '三级网格', 'Level 3')],
  },
  {
    id: 'fire',
    name_zh: '消防网格',
    name_en: 'Fire safety grids',
    levels: [level(1, '大网格', 'Large grid'), level(2, '中网格', 'Medium grid'), level(3, '小网格', 'Small grid')],
  },
  { id: 'liulin', name_zh: '柳林镇网格', name_en: 'Liulin Town grids', levels: [level(1, '网格', 'Grid')] },
  {
    id: 'supervision',
    name_zh: '城管监督网格',
    name_en: 'City supervision grids',
    within_community: false,
    levels: [level(1, '监督片区', 'Area'), level(2, '工作网格', 'Work grid')],
  },
  {
    id: 'labour',
    name_zh: '劳动监察网格',
    name_en: 'Labour inspection grids',
    within_community: false,
    levels: [level(1, '监察网格', 'Inspection grid')],
    rules: [
      { rule: 'communities', severity: 'warning', minimum: 2, maximum: 3, source: '劳动保障监察“两网化”管理' },
      off('households'),
    ],
  },
  {
    id: 'school_safety',
    name_zh: '校园安全网格',
    name_en: 'School safety grids',
    levels: [level(1, '安全网格', 'Safety grid')],
    // One school's ground only, where nobody lives.
    rules: [off('cover'), off('households')],
  },
]
