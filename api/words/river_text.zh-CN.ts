/** What stands on the signboard of a river segment and in the month's sheet of river chiefs, in Chinese. */
import type { ChiefLevel, PatrolRule, WaterClass } from '#geodata/rivers/records.ts'

const CLASSES: Readonly<Record<WaterClass, string>> = {
  I: 'Ⅰ类',
  II: 'Ⅱ类',
  III: 'Ⅲ类',
  IV: 'Ⅳ类',
  V: 'Ⅴ类',
  beyond_V: '劣Ⅴ类',
}

const LEVELS: Readonly<Record<ChiefLevel, string>> = { county: '县级河长', town: '镇级河长', village: '村级河长' }
const PERIODS: Readonly<Record<PatrolRule['period'], string>> = { week: '每周', month: '每月', quarter: '每季度' }

export const riverTextZhCN = {
  boardTitle: (river: string) => `${river}河长公示牌`,
  boardFile: (segment: string, day: string) => `河长公示牌_${segment}_${day}`,
  stretch: (from: string, to: string) => `${from} 至 ${to}`,
  kilometres: (metres: number) => `${(metres / 1000).toFixed(2)} 千米`,
  at: (place: string, chainage: string) => `${place}（${chainage}）`,
  waterClass: (one: WaterClass) => CLASSES[one],
  none: '—',
  space: ' ',
  vacant: '暂缺',
  substitute: (role: string) => `${role}（B岗）`,
  onlyStretch: (role: string, from: string, to: string) => `${role}（${from}至${to}）`,
  facts: { river: '河流', segment: '河段', code: '河段编码', length: '长度', start: '起点', end: '终点' },
  levels: LEVELS,
  headChief: '总河长',
  police: '河道警长',
  chiefs: '责任人',
  chiefColumns: { role: '职责', person: '姓名', post: '单位、职务', telephone: '办公电话' },
  moreChiefs: (count: number) => `另有 ${count} 人，扫码查看。`,
  duties: '河长职责',
  dutyList: [
    '对责任河段的管理保护负总责，组织水资源保护、水域岸线管理、水污染防治和水环境治理。',
    '及时处理巡河发现和群众反映的问题；解决不了的，向上级河长或主管部门报告。',
    '督促有关部门和下级河长履职，组织清理乱占、乱采、乱堆、乱建。',
  ] as readonly string[],
  patrolDuty: (rules: readonly Pick<PatrolRule, 'level' | 'period' | 'times'>[]) =>
    `按规定巡河：${rules.map(({ level, period, times }) => `${LEVELS[level]}${PERIODS[period]}不少于${times}次`).join('，')}。`,
  targets: '管护目标',
  waterTarget: (one: WaterClass) => `水质达到${CLASSES[one]}（GB 3838-2002）`,
  targetList: [
    '水面无漂浮物',
    '岸坡无垃圾',
    '无违规排污口，无偷排直排',
    '无乱占、乱采、乱堆、乱建',
    '无电鱼、毒鱼、炸鱼',
  ] as readonly string[],
  hotline: '监督电话',
  hotlineOf: (office: string) => `受理单位：${office}`,
  hotlineGeneral: '政务服务便民热线',
  scan: ['扫码查看本河段', '反映问题'] as readonly string[],
  map: '河段位置图',
  legend: { own: '本河段（箭头指向下游）', other: '其他河段', end: '河段起讫点' },
  beginning: (chainage: string, place: string | null) => `起点 ${chainage}${place === null ? '' : ` ${place}`}`,
  ending: (chainage: string, place: string | null) => `终点 ${chainage}${place === null ? '' : ` ${place}`}`,
  upstream: (name: string) => `上游：${name}`,
  downstream: (name: string) => `下游：${name}`,
}
export type RiverText = typeof riverTextZhCN
