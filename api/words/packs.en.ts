import type { packsZhCN } from './packs.zh-CN.ts'

export const packsEn: typeof packsZhCN = {
  pack_territory: () =>
    'Offline packs are made for a town or a community: give the code, of 9 or 12 digits, of one that exists today.',
  pack_in_making: () => 'A pack is being made for you. Wait until it is finished.',
}
