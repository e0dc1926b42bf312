/** What every command that opens a database says about it in Chinese. */
export const databaseZhCN = {
  opening_embedded: (folder: string) => `正在打开内嵌数据库：${folder}`,
  creating_embedded: (folder: string) => `正在新建内嵌数据库（首次约需一分钟）：${folder}`,
  opening_postgresql: '正在连接 PostgreSQL（DATABASE_URL）…',
  migrating: (name: string) => `正在更新数据表：${name}`,
  loading_demo: (demo: 'county' | 'town', scale: number): string => {
    if (demo === 'town') return '数据库是空的，正在载入演示镇（虚构）…'
    return scale === 1
      ? '数据库是空的，正在载入演示县（虚构，约需一分钟）…'
      : `数据库是空的，正在载入由 ${scale} 个县组成的演示市（虚构，每县约需一分钟）…`
  },
  features_loaded: (county: { name: string; nameEn: string; features: number }, seconds: string): string =>
    `${county.name}：${county.features.toLocaleString('zh-CN')} 个要素（${seconds} 秒），接着是一年的案卷、巡河和灾情 …`,
  county_loaded: (number: number, of: number, county: { name: string; nameEn: string }, seconds: string): string =>
    `${of === 1 ? '' : `${number}/${of} `}${county.name}（${seconds} 秒）`,
  data_folder_in_use: (folder: string, detail: string) =>
    `数据文件夹 ${folder} 正被另一个疆理占用（${detail}）。请先停止它，或用 JIANGLI_DATA 指定另一个文件夹。`,
  data_folder_damaged: (folder: string, detail: string) =>
    `数据文件夹 ${folder} 已损坏：\n  ${detail}\n没有删除任何内容。请从备份恢复 ${folder}/database；若要另起炉灶，先把它移开保存：\n  mv '${folder}' '${folder}.damaged'\n再重新运行同一命令。`,
  data_folder_other_version: (folder: string, detail: string) =>
    `数据文件夹 ${folder} 是另一版本的数据库建立的（${detail}）。没有改动任何文件。请用原来的疆理版本打开，或用 JIANGLI_DATA 指定另一个文件夹。`,
  data_folder_unusable: (folder: string, detail: string) =>
    `数据文件夹 ${folder} 无法使用：${detail}。请检查权限和磁盘空间，或用 JIANGLI_DATA 指定另一个文件夹。`,
  migration_changed: (detail: string) => `数据库与本版本不符：${detail}。没有改动任何内容。请使用建立此数据库的版本。`,
  database_newer: (detail: string) => `数据库比本版本新：${detail}。请升级疆理。`,
  migration_failed: (detail: string) => `更新数据表失败，数据库保持原状：${detail}`,
  database_unreachable: (detail: string) => `连接不上 PostgreSQL：${detail}。请检查 DATABASE_URL。`,
  database_lost: (detail: string) => `与 PostgreSQL 的连接中断：${detail}。没有存入任何内容。请在数据库恢复后重新运行同一命令。`,
  database_not_empty: (tables: string) =>
    `数据库中已有数据（${tables}）。演示数据只载入空数据库，不与已有数据混合，也不重复载入；没有改动任何内容。请用 JIANGLI_DATA 指定另一个文件夹，或用 DATABASE_URL 指定另一个数据库（database_not_empty）。`,
  disk_full: (where: string, detail: string) =>
    `磁盘已满（${where}）：${detail}。没有存入任何内容，已有数据保持原状。请腾出磁盘空间，再重新运行同一命令（disk_full）。`,
}

export type DatabaseWords = typeof databaseZhCN
