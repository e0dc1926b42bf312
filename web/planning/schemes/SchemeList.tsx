import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRights } from '../../access/use_rights.ts'
import type { ServerState } from '../../api/types.ts'
import side from '../../responsibility/side/Side.module.css'
import { Failed, Loading } from '../../responsibility/side/States.tsx'
import { useConsole } from '../../state/store.ts'
import { formatCount } from '../../values/numbers.ts'
import { pick } from '../../words/words.ts'
import { type SchemeRow, schemesQuery } from '../api/schemes.ts'
import { LayersBelow } from '../list/LayersBelow.tsx'
import list from '../list/PlanList.module.css'
import { SchemeForm } from './SchemeForm.tsx'

export function SchemeList({ state }: { state: ServerState }) {
  const { t } = useTranslation()
  // A scheme concerns everywhere, and so must the right of who makes one.
  const mayMake = useRights()('schemes.write', '')
  const { data, error, refetch, isFetching } = useQuery(schemesQuery)
  const [isMaking, setMaking] = useState(false)
  return (
    <>
      <header className={list.head}>
        <h2>{t('schemes.title')}</h2>
        {mayMake && !isMaking && (
          <button type="button" className={side.button} data-main="true" onClick={() => setMaking(true)}>
            <IconPlus size={15} stroke={1.8} aria-hidden="true" />
            {t('schemes.make')}
          </button>
        )}
      </header>
      <div className={list.body}>
        {isMaking && <SchemeForm onCancel={() => setMaking(false)} />}
        {data ? (
          <ul className={list.plans}>
            {data.map((scheme) => (
              <li key={scheme.id}>
                <Row scheme={scheme} />
              </li>
            ))}
          </ul>
        ) : error && !isFetching ? (
          <Failed error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading />
        )}
        <LayersBelow state={state} />
      </div>
    </>
  )
}

function Row({ scheme }: { scheme: SchemeRow }) {
  const { t, i18n } = useTranslation()
  const name = pick({ zh: scheme.name_zh, en: scheme.name_en }, i18n.language)
  return (
    <button
      type="button"
      className={list.plan}
      data-scheme={scheme.id}
      aria-label={t('schemes.open', { name })}
      onClick={() => useConsole.getState().openSchemes({ id: scheme.id })}
    >
      <span className={list.line}>
        <strong>{name}</strong>
        <span className={list.about}>{t('schemes.revision', { n: scheme.revision })}</span>
      </span>
      <span className={list.about}>
        {scheme.levels
          .map((level) => `${pick({ zh: level.name_zh, en: level.name_en }, i18n.language)} ${formatCount(level.grids)}`)
          .join(' · ')}
      </span>
    </button>
  )
}
