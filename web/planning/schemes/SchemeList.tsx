import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useRights } from '../../access/use_rights.ts'
import type { ServerState } from '../../api/types.ts'
import { useConsole } from '../../state/store.ts'
import { formatCount } from '../../values/numbers.ts'
import { pick } from '../../words/words.ts'
import { type SchemeRow, schemesQuery } from '../api/schemes.ts'
import { ImportButton } from '../import/ImportButton.tsx'
import { MadeList } from '../list/MadeList.tsx'
import list from '../list/PlanList.module.css'
import { SchemeForm } from './SchemeForm.tsx'

export function SchemeList({ state }: { state: ServerState }) {
  const { t } = useTranslation()
  // A scheme concerns everywhere, and so must the right of who makes one.
  const mayMake = useRights()('schemes.write', '')
  const query = useQuery(schemesQuery)
  return (
    <MadeList
      title={t('schemes.title')}
      make={mayMake ? t('schemes.make') : null}
      others={<ImportButton />}
      form={(close) => <SchemeForm onCancel={close} />}
      query={query}
      state={state}
    >
      {(schemes) => (
        <ul className={list.plans}>
          {schemes.map((scheme) => (
            <li key={scheme.id}>
              <Row scheme={scheme} />
            </li>
          ))}
        </ul>
      )}
    </MadeList>
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
