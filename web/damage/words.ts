import { damageEn } from '../words/damage.en.ts'
import { damageZh } from '../words/damage.zh-CN.ts'
import { addWords } from '../words/words.ts'

// They come with what needs them.
addWords({ damage: damageZh }, { damage: damageEn })
