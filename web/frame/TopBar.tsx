import { useTranslation } from 'react-i18next'
import { AccountMenu } from '../access/AccountMenu.tsx'
import { SearchBox } from '../search/SearchBox.tsx'
import { BrandMark } from './BrandMark.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { LiveIndicator } from './LiveIndicator.tsx'
import { SchemeSwitch } from './SchemeSwitch.tsx'
import styles from './TopBar.module.css'

export function TopBar() {
  const { t } = useTranslation()
  return (
    <header className={styles.bar}>
      <div className={styles.brand}>
        <BrandMark size={28} />
        <span className={styles.name}>{t('brand')}</span>
        <span className={styles.aside}>{t('brandAside')}</span>
      </div>
      <div className={styles.search}>
        <SearchBox />
      </div>
      <div className={styles.tools}>
        <LiveIndicator />
        <span className={styles.divider} />
        <LanguageSwitch />
        <SchemeSwitch />
        <span className={styles.divider} />
        <AccountMenu />
      </div>
    </header>
  )
}
