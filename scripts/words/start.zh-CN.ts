/** What `npm start` says in Chinese. */
export const zhCN = {
  building: '正在构建控制台 …',
  opening_embedded: (folder: string) => `正在打开内嵌数据库：${folder}`,
  creating_embedded: (folder: string) => `正在新建内嵌数据库（首次约需半分钟）：${folder}`,
  opening_postgresql: '正在连接 PostgreSQL（DATABASE_URL）…',
  migrating: (name: string) => `正在更新数据表：${name}`,
  loading_demo: (demo: 'county' | 'town'): string =>
    demo === 'county' ? '数据库是空的，正在载入演示县（虚构，约需一分钟）…' : '数据库是空的，正在载入演示镇（虚构）…',
  empty: '数据库是空的。用 npm run import 导入数据，或以 JIANGLI_DEMO=county 启动载入演示县。',
  ready: (url: string, seconds: string) => `疆理已就绪（${seconds} 秒）：${url}`,
  stop_hint: '按 Ctrl-C 停止。',
  durability:
    '提示：内嵌数据库不逐次落盘，进程被终止不丢数据，断电可能丢失最后的改动。正式使用请配置 PostgreSQL（DATABASE_URL）。',
  exposed: (host: string) => `注意：服务监听 ${host}，能访问此地址的人都能看到全部数据，目前尚无登录。`,
  stopping: '正在停止 …',
  option_invalid: (name: string, rule: string) => `环境变量 ${name} 无效：${rule}。`,
  port_rule: '须为 1 到 65535 的整数',
  megabytes_rule: '须为 0 到 99999 的整数',
  demo_rule: '须为 county、town 或 no',
  log_rule: '须为 silent、fatal、error、warn、info、debug 或 trace',
  port_in_use: (port: number) => `端口 ${port} 已被占用。请停止占用它的程序，或另选端口：PORT=${port + 1} npm start`,
  address_unusable: (host: string, detail: string) => `无法监听 ${host}：${detail}。请检查 HOST 和 PORT。`,
  data_folder_in_use: (folder: string, detail: string) =>
    `数据文件夹 ${folder} 正被另一个疆理占用（${detail}）。请先停止它，或用 JIANGLI_DATA 指定另一个文件夹。`,
  data_folder_damaged: (folder: string, detail: string) =>
    `数据文件夹 ${folder} 已损坏：\n  ${detail}\n没有删除任何内容。请从备份恢复 ${folder}/database；若要另起炉灶，先把它移开保存：\n  mv '${folder}' '${folder}.damaged'\n再运行 npm start。`,
  data_folder_other_version: (folder: string, detail: string) =>
    `数据文件夹 ${folder} 是另一版本的数据库建立的（${detail}）。没有改动任何文件。请用原来的疆理版本打开，或用 JIANGLI_DATA 指定另一个文件夹。`,
  data_folder_unusable: (folder: string, detail: string) =>
    `数据文件夹 ${folder} 无法使用：${detail}。请检查权限和磁盘空间，或用 JIANGLI_DATA 指定另一个文件夹。`,
  migration_changed: (detail: string) => `数据库与本版本不符：${detail}。没有改动任何内容。请使用建立此数据库的版本。`,
  database_newer: (detail: string) => `数据库比本版本新：${detail}。请升级疆理。`,
  migration_failed: (detail: string) => `更新数据表失败，数据库保持原状：${detail}`,
  database_unreachable: (detail: string) => `连接不上 PostgreSQL：${detail}。请检查 DATABASE_URL。`,
  base_map_unusable: (detail: string) => `外部底图无法使用：${detail}。请检查 JIANGLI_BASE_MAP。`,
  build_failed: '控制台构建失败，见上。',
  failed: (detail: string) => `启动失败：${detail}`,
}

export type StartWords = typeof zhCN
