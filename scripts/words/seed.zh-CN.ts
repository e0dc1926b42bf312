import { databaseZhCN } from './database.zh-CN.ts'

/** What `npm run seed` says in Chinese. */
export const seedZhCN = {
  ...databaseZhCN,
  done: (features: number, seconds: string) =>
    `已载入 ${features.toLocaleString('zh-CN')} 个要素，用时 ${seconds} 秒。运行 npm start 查看。`,
  unknown_demo: (value: string, names: string) => `没有名为“${value}”的演示数据。--demo 可为：${names}。`,
  bad_number: (option: string, value: string, most: number) => `${option} 须为 1 到 ${most} 的整数，而不是“${value}”。`,
  county_only: (option: string) => `${option} 只用于演示县：演示镇只有一个，每次都相同。请去掉 ${option}，或改用 --demo county。`,
  option_without_value: (option: string) => `${option} 之后缺少值。`,
  given_twice: (option: string) => `${option} 给出了两次。`,
  unknown_option: (option: string) => `没有“${option}”这个选项。`,
  see_help: '详细用法：npm run seed -- --help',
  failed: (detail: string) => `载入失败，没有存入任何内容：${detail}`,
  help: `把虚构的演示数据载入空数据库：全部载入，或一点不留。

  npm run seed -- [选项]

--demo county|town  演示县（默认），或几秒即可载入的演示镇
--scale N           由 N 个县组成的演示市，用于压力测试：1 到 100（默认 1）
--seed S            随机数种子，1 到 999999999 的整数（默认 1）；同一种子每次得到同样的数据
--help

存到哪里：DATABASE_URL 指定的带 PostGIS 的 PostgreSQL；不设则为 JIANGLI_DATA（./data）中的内嵌数据库，此时不能有服务正在使用它。
每县约 7.2 万个要素，PostgreSQL 中约占 50 MB；内嵌数据库只适合几个县。
退出码：0 已载入，1 拒绝或失败，2 用法错误。LANG=en_US.UTF-8 显示英文。

示例
  npm run seed
  npm run seed -- --demo town
  npm run seed -- --seed 7
  DATABASE_URL=postgres://… npm run seed -- --scale 100
`,
}

export type SeedWords = typeof seedZhCN
