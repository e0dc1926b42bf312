import { databaseZhCN } from './database.zh-CN.ts'

/** What `npm start` says in Chinese. */
export const zhCN = {
  ...databaseZhCN,
  building: '正在构建控制台 …',
  empty: '数据库是空的。用 npm run import 导入数据，或以 JIANGLI_DEMO=county 启动载入演示县。',
  ready: (url: string, seconds: string) => `疆理已就绪（${seconds} 秒）：${url}`,
  stop_hint: '按 Ctrl-C 停止。',
  durability:
    '提示：内嵌数据库不逐次落盘，进程被终止不丢数据，断电可能丢失最后的改动。正式使用请配置 PostgreSQL（DATABASE_URL）。',
  exposed: (host: string) =>
    `注意：服务监听 ${host}，此网络上的人都能打开登录页。请在前面加一层 HTTPS（反向代理），以免密码被窃听。`,
  demo_exposed: (host: string) =>
    `演示账号的密码是公开的，只能在本机使用，不能监听 ${host}。请去掉 HOST，或改用自己的数据库（JIANGLI_DEMO=no）。`,
  demo_accounts: (password: string) => `演示账号，密码都是 ${password}：`,
  first_account: (name: string, password: string) =>
    `已建立管理员账号。账号：${name}  一次性密码：${password}\n请马上登录并修改密码；这个密码不会再显示。`,
  stopping: '正在停止 …',
  option_invalid: (name: string, rule: string) => `环境变量 ${name} 无效：${rule}。`,
  port_rule: '须为 1 到 65535 的整数',
  megabytes_rule: '须为 0 到 99999 的整数',
  demo_rule: '须为 county、town 或 no',
  log_rule: '须为 silent、fatal、error、warn、info、debug 或 trace',
  port_in_use: (port: number) => `端口 ${port} 已被占用。请停止占用它的程序，或另选端口：PORT=${port + 1} npm start`,
  address_unusable: (host: string, detail: string) => `无法监听 ${host}：${detail}。请检查 HOST 和 PORT。`,
  base_map_unusable: (detail: string) => `外部底图无法使用：${detail}。请检查 JIANGLI_BASE_MAP。`,
  build_failed: '控制台构建失败，见上。',
  failed: (detail: string) => `启动失败：${detail}`,
  argument_unknown: (argument: string) =>
    `npm start 不接受参数“${argument}”，所有设置都由环境变量给出。详见 npm start -- --help。`,
  help: `构建控制台，打开数据库，在空数据库中载入演示数据，然后提供全部服务。

  npm start

所有设置都由环境变量给出：

PORT, HOST        监听的端口和地址（8080，127.0.0.1）
DATABASE_URL      带 PostGIS 的 PostgreSQL；不设则用内嵌数据库
JIANGLI_DATA      内嵌数据库的数据文件夹（data）
JIANGLI_DEMO      空数据库载入什么：county、town 或 no（内嵌数据库为 county，PostgreSQL 为 no）
JIANGLI_LOG       silent、fatal、error、warn、info、debug 或 trace（warn）

README.md 列出全部变量。导入数据用 npm run import，载入多个演示县用 npm run seed。
退出码：0 已停止，1 不能启动，2 用法错误。LANG=en_US.UTF-8 显示英文。
`,
}

export type StartWords = typeof zhCN
