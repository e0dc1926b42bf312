/** What the emergency workspace prints. */
export const printsZh = {
  title: '印制水源手册、辖区水源分布图',
  about: '按上面选的区域印制：消防水源手册供消防车随车使用，辖区水源分布图（A1）供村（社区）上墙。',
  expires: '有效期至',
  expiresStandard: '不填为一年（{{day}}）',
  paper: '手册纸张',
  book: '消防水源手册（PDF）',
  bookName: '消防水源手册.pdf',
  bookOf: '水源手册按乡镇或社区印制，请在上面选一个。',
  poster: '辖区水源分布图（PDF，A1）',
  posterName: '辖区水源分布图.pdf',
  posterOf: '分布图按社区（村）印制，请在上面选一个。',
  incidentName: '火场保障信息.pdf',
  making: '正在制作 PDF…',
  cancel: '取消',
  failed: '没有做成：{{reason}}',
} as const
