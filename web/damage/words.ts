import i18next from 'i18next'
import { damageEn } from '../words/damage.en.ts'
import { damageZh } from '../words/damage.zh-CN.ts'

// They come with what needs them.
i18next.addResourceBundle('zh-CN', 'translation', { damage: damageZh }, true)
i18next.addResourceBundle('en', 'translation', { damage: damageEn }, true)
