/** Invented names of people, with the surnames that are common where Henan meets Shanxi. */
import type { Random } from '../geometry/random.ts'
import type { Word } from '../people/words.ts'

const words = (text: string): Word[] =>
  text
    .trim()
    .split(/\s+/)
    .map((each) => ({ zh: each.charAt(0), en: each.slice(1) }))

/** By how many of a thousand people bear them: the four great ones first, then what is frequent in these hills. */
const SURNAMES: readonly (readonly [share: number, names: readonly Word[]])[] = [
  [72, words('王Wang 张Zhang 李Li')],
  [50, words('刘Liu 赵Zhao 郭Guo')],
  [26, words('陈Chen 杨Yang 马Ma 牛Niu 范Fan 宋Song 冯Feng 常Chang')],
  [13, words('秦Qin 申Shen 韩Han 靳Jin 卫Wei 许Xu 任Ren 崔Cui 郝Hao 樊Fan 贾Jia 侯Hou 田Tian 段Duan 薛Xue')],
  [6, words('原Yuan 司Si 焦Jiao 苗Miao 琚Ju 尚Shang 毋Wu 裴Pei 茹Ru 畅Chang 成Cheng 聂Nie 齐Qi 石Shi 闫Yan 武Wu 史Shi 酒Jiu')],
]
const FIRST = words(
  `建Jian 志Zhi 文Wen 春Chun 秀Xiu 玉Yu 海Hai 永Yong 振Zhen 红Hong 小Xiao 晓Xiao 俊Jun 明Ming 德De 庆Qing 保Bao 书Shu 新Xin
  世Shi 长Chang 金Jin 爱Ai 素Su 桂Gui 卫Wei 东Dong 军Jun 雪Xue 慧Hui 艳Yan 国Guo 全Quan 天Tian 利Li 成Cheng 占Zhan 根Gen`,
)
const LAST = words(
  `民min 平ping 强qiang 伟wei 国guo 林lin 生sheng 山shan 波bo 涛tao 勇yong 杰jie 峰feng 亮liang 斌bin 辉hui 刚gang 旺wang 喜xi
  田tian 才cai 英ying 芳fang 霞xia 梅mei 丽li 玲ling 娟juan 萍ping 燕yan 敏min 静jing 云yun 花hua 琴qin 荣rong 香xiang 锁suo
  柱zhu 堂tang 富fu 顺shun 周zhou 州zhou 太tai`,
)
const SINGLE = words(
  '伟Wei 强Qiang 磊Lei 军Jun 勇Yong 涛Tao 超Chao 鹏Peng 杰Jie 敏Min 静Jing 丽Li 燕Yan 娟Juan 霞Xia 萍Ping 波Bo 辉Hui 刚Gang 峰Feng',
)
const SINGLE_SHARE = 0.2

const TOTAL = SURNAMES.reduce((sum, [share, names]) => sum + share * names.length, 0)

function surname(random: Random): Word {
  let at = random.next() * TOTAL
  for (const [share, names] of SURNAMES) {
    if (at < share * names.length) return names[Math.floor(at / share)]!
    at -= share * names.length
  }
  return SURNAMES[0]![1][0]!
}

/** A name that `taken` doesn't hold yet: 王建国, Wang Jianguo. */
export function personName(random: Random, taken: Set<string>): Word {
  for (;;) {
    const family = surname(random)
    const given = random.chance(SINGLE_SHARE) ? random.pick(SINGLE) : twoOf(random.pick(FIRST), random.pick(LAST))
    const name = { zh: family.zh + given.zh, en: `${family.en} ${given.en}` }
    if (given.zh.length === 2 && given.zh[0] === given.zh[1]) continue
    if (taken.has(name.zh)) continue
    taken.add(name.zh)
    return name
  }
}

const twoOf = (first: Word, last: Word): Word => ({ zh: first.zh + last.zh, en: first.en + last.en })
