import i18next from 'i18next'
import { patrolEn } from '../words/patrol.en.ts'
import { patrolZh } from '../words/patrol.zh-CN.ts'
import { riversEn } from '../words/rivers.en.ts'
import { riversZh } from '../words/rivers.zh-CN.ts'

// They come with what needs them.
i18next.addResourceBundle('zh-CN', 'translation', { rivers: riversZh, patrol: patrolZh }, true)
i18next.addResourceBundle('en', 'translation', { rivers: riversEn, patrol: patrolEn }, true)
