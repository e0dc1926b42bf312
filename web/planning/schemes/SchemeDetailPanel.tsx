import { IconChevronLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useRights } from '../../access/use_rights.ts'
import { Problem } from '../../api/problem.ts'
import side from '../../responsibility/side/Side.module.css'
import { Empty, Failed, Loading } from '../../responsibility/side/States.tsx'
import { useConsole } from '../../state/store.ts'
import { pick } from '../../words/words.ts'
import { type SchemeDetail, schemeQuery } from '../api/schemes.ts'
import list from '../list/PlanList.module.css'
import { SchemeDeletion } from './SchemeDeletion.tsx'
import { SchemeExport } from './SchemeExport.tsx'
import { SchemeLevels } from './SchemeLevels.tsx'
import { SchemeRules } from './SchemeRules.tsx'
import styles from './Schemes.module.css'

/** One scheme: its levels, its rules, its grids to take away, and the way to be rid of it. Who may not change schemes reads it. */
export function SchemeDetailPanel({ id }: { id: string }) {
  const { t } = useTranslation()
  const mayWrite = useRights()('schemes.write', '')
  const { data, error, refetch, isFetching } = useQuery(schemeQuery(id))
  return (
    <>
      <header className={styles.head}>
        <button type="button" className={side.back} onClick={() => useConsole.getState().openSchemes({ id: null })}>
          <IconChevronLeft size={17} stroke={1.7} aria-hidden="true" />
          {t('schemes.back')}
        </button>
        {data && <Title scheme={data} />}
      </header>
      <div className={list.body}>
        {data ? (
          <>
            <SchemeLevels scheme={data} mayWrite={mayWrite} />
            <SchemeRules scheme={data} mayWrite={mayWrite} />
            <SchemeExport scheme={data} />
            {mayWrite && <SchemeDeletion scheme={data} />}
          </>
        ) : error instanceof Problem && error.status === 404 ? (
          <Empty>{t('schemes.gone')}</Empty>
        ) : error && !isFetching ? (
          <Failed error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading />
        )}
      </div>
    </>
  )
}

function Title({ scheme }: { scheme: SchemeDetail }) {
  const { t, i18n } = useTranslation()
  return (
    <>
      <h2>{pick({ zh: scheme.name_zh, en: scheme.name_en }, i18n.language)}</h2>
      <p className={list.about}>
        {t('schemes.revision', { n: scheme.revision })} · {t(scheme.within_community ? 'schemes.within' : 'schemes.across')} ·{' '}
        <code>{scheme.id}</code>
      </p>
    </>
  )
}
