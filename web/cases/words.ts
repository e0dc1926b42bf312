import { casesEn } from '../words/cases.en.ts'
import { casesZh } from '../words/cases.zh-CN.ts'
import { addWords } from '../words/words.ts'

// They come with what needs them.
addWords({ cases: casesZh }, { cases: casesEn })
