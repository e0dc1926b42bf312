import i18next from 'i18next'
import { casesEn } from '../words/cases.en.ts'
import { casesZh } from '../words/cases.zh-CN.ts'

// They come with what needs them.
i18next.addResourceBundle('zh-CN', 'translation', { cases: casesZh }, true)
i18next.addResourceBundle('en', 'translation', { cases: casesEn }, true)
