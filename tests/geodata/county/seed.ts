/** Which county the tests look at. All that holds for the one everybody knows must hold for one that chance made otherwise. */
export const chosen = { seed: Number(process.env.JIANGLI_TEST_SEED ?? 1) }
