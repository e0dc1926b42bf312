import { useTranslation } from 'react-i18next'
import { useConsole } from '../state/store.ts'
import { IconButton } from './IconButton.tsx'

export function LanguageSwitch({ size = 'normal' }: { size?: 'normal' | 'touch' }) {
  const { t } = useTranslation()
  const language = useConsole((state) => state.language)
  return (
    <IconButton
      label={t('frame.switchLanguage')}
      size={size}
      onClick={() => useConsole.getState().setLanguage(language === 'en' ? 'zh-CN' : 'en')}
    >
      {t('frame.otherLanguage')}
    </IconButton>
  )
}
