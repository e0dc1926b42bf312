/** Words from which names are put together, each with its pinyin. */
export interface Word {
  readonly zh: string
  readonly en: string
}

const words = (text: string): Word[] =>
  text
    .trim()
    .split(/\s+/)
    .map((each) => {
      const [, zh, en] = /^([^A-Za-z]+)([A-Za-z]+)$/.exec(each)!
      return { zh: zh!, en: en! }
    })

/** Written together, the first letter large: 前赵庄, Qianzhaozhuang. */
export const joined = (...parts: readonly Word[]): Word => {
  const en = parts.map((part) => part.en.toLowerCase()).join('')
  return { zh: parts.map((part) => part.zh).join(''), en: en.charAt(0).toUpperCase() + en.slice(1) }
}

export const FAMILIES = words(`
  赵Zhao 孙Sun 李Li 周Zhou 吴Wu 郑Zheng 王Wang 冯Feng 陈Chen 卫Wei 蒋Jiang 沈Shen 韩Han 杨Yang 朱Zhu 秦Qin 许Xu 何He 张Zhang
  孔Kong 曹Cao 魏Wei 陶Tao 姜Jiang 谢Xie 苏Su 潘Pan 葛Ge 范Fan 彭Peng 鲁Lu 马Ma 任Ren 袁Yuan 史Shi 唐Tang 薛Xue 雷Lei 贺He
  罗Luo 毕Bi 郝Hao 常Chang 齐Qi 康Kang 孟Meng 黄Huang 尹Yin 姚Yao 邵Shao 毛Mao 戴Dai 宋Song 庞Pang 纪Ji 项Xiang 董Dong
  梁Liang 杜Du 贾Jia 路Lu 娄Lou 郭Guo 梅Mei 徐Xu 邱Qiu 高Gao 夏Xia 蔡Cai 田Tian 樊Fan 胡Hu 霍Huo 牛Niu 靳Jin 司Si 原Yuan`)
export const SIDES = words('东Dong 西Xi 南Nan 北Bei 前Qian 后Hou 大Da 小Xiao 上Shang 下Xia 中Zhong 新Xin')
export const PLAIN_ENDINGS = words(
  '庄Zhuang 庄Zhuang 庄Zhuang 营Ying 营Ying 屯Tun 封Feng 寨Zhai 堡Bao 楼Lou 桥Qiao 湾Wan 洼Wa 岗Gang 井Jing 堂Tang 店Dian 作Zuo',
)
export const HILL_ENDINGS = words('沟Gou 坡Po 岭Ling 洼Wa 峪Yu 掌Zhang 坪Ping 窑Yao 庄Zhuang 岩Yan')
export const HILL_THINGS = words(
  '石门Shimen 青龙Qinglong 柿树Shishu 柏树Baishu 核桃Hetao 磨石Moshi 水泉Shuiquan 黑龙Heilong 鹿角Lujiao 双泉Shuangquan 红砂Hongsha 栗子Lizi',
)
/** What is in or near a seat of a town. */
export const QUARTERS = words(
  '鼓楼Gulou 文庙Wenmiao 东关Dongguan 西关Xiguan 南关Nanguan 北关Beiguan 塔院Tayuan 文昌Wenchang 朝阳Chaoyang 新华Xinhua 泰和Taihe 永安Yongan 清风Qingfeng 学前Xueqian 河滨Hebin 春晖Chunhui 锦绣Jinxiu 和顺Heshun 康宁Kangning 长青Changqing 丰泽Fengze 明德Mingde',
)
export const STREETS = words(
  `人民Renmin 建设Jianshe 文化Wenhua 和平Heping 解放Jiefang 健康Jiankang 迎宾Yingbin 学府Xuefu 太行Taihang 工业Gongye 友谊Youyi
  光明Guangming 幸福Xingfu 青年Qingnian 团结Tuanjie 胜利Shengli 民主Minzhu 前进Qianjin 中山Zhongshan 长安Changan 永康Yongkang
  兴华Xinghua 振兴Zhenxing 崇文Chongwen 育才Yucai 明月Mingyue 柏林Bailin 竹林Zhulin 桃园Taoyuan 杏花Xinghua 牡丹Mudan 月季Yueji
  银杏Yinxing 梧桐Wutong 翠竹Cuizhu 白涧Baijian 玉带Yudai 泽陵Zeling 泉水Quanshui 龙泉Longquan 凤凰Fenghuang 麒麟Qilin
  云台Yuntai 东风Dongfeng 春风Chunfeng 新园Xinyuan 怡园Yiyuan 丰收Fengshou 仓前Cangqian 车站Chezhan 体育Tiyu 商业Shangye
  南山Nanshan 西苑Xiyuan 北苑Beiyuan 东苑Dongyuan 纬一Weiyi 纬二Weier 纬三Weisan 经一Jingyi 经二Jinger 经三Jingsan 嘉禾Jiahe
  清泉Qingquan 宏达Hongda 瑞丰Ruifeng 祥和Xianghe 安康Ankang 德馨Dexin 博爱Boai 怀德Huaide 景明Jingming 惠民Huimin 富民Fumin`,
)
export const STREET_SIDES = words('东Dong 西Xi 南Nan 北Bei')
