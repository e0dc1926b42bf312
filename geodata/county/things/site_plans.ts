/** Which key sites the county has: schools by their register, the rest by what such places have. */
import type { County } from '../county.ts'
import { FLAT_COUNTS, FLAT_TOWN } from '../duty/flat_town.ts'
import type { Community, Town } from '../people/communities.ts'
import { schoolPlans } from './school_plans.ts'

export interface SitePlan {
  readonly name: string
  readonly name_en: string
  readonly kind: string
  readonly people: number
  readonly managed_by: string
  readonly community: Community
  /** Square metres of playground that can shelter people; only full middle schools have one that counts. */
  readonly refuge?: number
  /** Stands on the ground that was set aside for it. */
  readonly campus?: true
}

/** Kind, name after the place, and who looks after it, ◇ for the county's name; the last are the least and the most people. */
type Pattern = readonly [kind: string, zh: string, en: string, keeper: string, least: number, most: number]

const IN_EVERY_TOWN: readonly Pattern[] = [
  ['government', '人民政府', 'Government', '人民政府', 60, 150],
  ['hospital', '卫生院', 'Hospital', '◇县卫生健康委员会', 70, 240],
  ['care_home', '敬老院', 'Care Home', '◇县民政局', 40, 120],
  ['market', '农贸市场', 'Market', '◇县市场监督管理局', 300, 900],
  ['kindergarten', '中心幼儿园', 'Kindergarten', '◇县教育体育局', 180, 360],
  ['gas', '加油站', 'Filling Station', '◇县商务局', 6, 12],
  ['utility', '供水站', 'Water Works', '◇县水务公司', 6, 16],
]

const IN_VILLAGES: readonly Pattern[] = [
  ['factory', '面粉厂', 'Flour Mill', '村民委员会', 20, 90],
  ['factory', '铸件厂', 'Foundry', '村民委员会', 30, 190],
  ['kindergarten', '幼儿园', 'Kindergarten', '◇县教育体育局', 40, 120],
  ['factory', '木材加工厂', 'Sawmill', '村民委员会', 15, 70],
  ['gas', '液化气站', 'Gas Station', '◇县商务局', 5, 10],
  ['heritage', '古戏台', 'Old Stage', '◇县文物保护中心', 1, 4],
  ['factory', '食品厂', 'Food Works', '村民委员会', 25, 150],
  ['dangerous_goods', '烟花爆竹仓库', 'Fireworks Store', '◇县应急管理局', 3, 8],
  ['care_home', '幸福院', 'Care Home', '◇县民政局', 12, 40],
]

const IN_QUARTERS: readonly Pattern[] = [
  ['kindergarten', '幼儿园', 'Kindergarten', '◇县教育体育局', 120, 380],
  ['market', '超市', 'Supermarket', '◇县市场监督管理局', 150, 700],
  ['hospital', '社区卫生服务中心', 'Health Centre', '◇县卫生健康委员会', 30, 90],
  ['gas', '加油站', 'Filling Station', '◇县商务局', 8, 14],
]

const IN_SEAT: readonly Pattern[] = [
  ['government', '◇县人民政府', '◇ County Government', '◇县人民政府', 620, 620],
  ['hospital', '◇县人民医院', '◇ County Hospital', '◇县卫生健康委员会', 1480, 1480],
  ['hospital', '◇县中医院', '◇ Hospital of Chinese Medicine', '◇县卫生健康委员会', 760, 760],
  ['market', '◇商贸城', '◇ Trade Centre', '◇县市场监督管理局', 2600, 2600],
  ['dangerous_goods', '◇燃气储配站', '◇ Gas Depot', '◇县住房和城乡建设局', 18, 18],
  ['utility', '◇ 220 kV 变电站', '◇ Substation', '◇县供电公司', 12, 12],
  ['utility', '◇县自来水厂', '◇ Water Works', '◇县水务公司', 46, 46],
  ['heritage', '◇文庙', '◇ Temple of Culture', '◇县文物保护中心', 9, 9],
  ['factory', '◇机械厂', '◇ Machine Works', '◇县工业和信息化局', 860, 860],
  ['factory', '◇纺织厂', '◇ Textile Works', '◇县工业和信息化局', 1240, 1240],
]

export function sitePlans(county: County): SitePlan[] {
  const random = county.plan.random('site plans')
  const { zh: own, en: ownEn } = county.plan.name
  const plan = ([kind, zh, en, keeper, least, most]: Pattern, community: Community, place?: Place): SitePlan => ({
    kind,
    name: `${place?.zh ?? ''}${zh.replace('◇', own)}`,
    name_en: `${place ? `${place.en} ` : ''}${en.replace('◇', ownEn)}`,
    people: random.integer(least, most),
    managed_by:
      keeper === '人民政府'
        ? `${place!.zh}人民政府`
        : keeper === '村民委员会'
          ? `${community.name}民委员会`
          : keeper.replace('◇', own),
    community,
  })
  const towns = county.towns.flatMap((town) => {
    const own = town.kind === 'subdistrict' ? IN_EVERY_TOWN.slice(0, 1) : IN_EVERY_TOWN
    return own.map((pattern, i) => plan(pattern, town.communities[i % 2]!, named(town)))
  })
  const communities = county.communities.flatMap((community, i) => {
    const { kind, short, town } = community
    if (kind === 'village') {
      const dense = town.id === FLAT_TOWN
      const patterns = dense
        ? [0, 2].map((k) => IN_VILLAGES[(i * 4 + k) % IN_VILLAGES.length]!)
        : [IN_VILLAGES[i % IN_VILLAGES.length]!]
      return (dense ? i % 8 < 7 : i % 2 === 0) ? patterns.map((pattern) => plan(pattern, community, short)) : []
    }
    return town.kind === 'subdistrict'
      ? [IN_QUARTERS[i % 4]!, IN_QUARTERS[0]!].slice(i % 4 ? 0 : 1).map((each) => plan(each, community, short))
      : []
  })
  const [city] = county.towns
  const seat = IN_SEAT.map((pattern, i) => plan(pattern, city!.communities[(i * 3) % city!.communities.length]!))
  const plans = [...schoolPlans(county, random), ...seat, ...towns, ...communities]
  if (plans.filter(({ community }) => community.town.id === FLAT_TOWN).length < FLAT_COUNTS.C) throw new Error('too few sites')
  return plans
}

interface Place {
  readonly zh: string
  readonly en: string
}
const named = ({ name, name_en }: Town): Place => ({ zh: name, en: name_en })
