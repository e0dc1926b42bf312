import { patrolEn } from '../words/patrol.en.ts'
import { patrolZh } from '../words/patrol.zh-CN.ts'
import { riversEn } from '../words/rivers.en.ts'
import { riversZh } from '../words/rivers.zh-CN.ts'
import { addWords } from '../words/words.ts'

// They come with what needs them.
addWords({ rivers: riversZh, patrol: patrolZh }, { rivers: riversEn, patrol: patrolEn })
