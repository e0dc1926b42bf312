export const packsZhCN = {
  pack_territory: () => '离线包按乡镇（街道）或社区（村）制作，请给出 9 位或 12 位的现行区划编码。',
  pack_in_making: () => '正在为您制作离线包，请等它完成。',
}
