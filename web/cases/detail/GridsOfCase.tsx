import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { GridOfCase } from '#geodata/cases/records.ts'
import { stateQuery } from '../../api/queries.ts'
import { pick } from '../../words/pick.ts'
import { gridName } from '../named.ts'
import styles from './CaseView.module.css'

/** The grids of each scheme from the top down, as they were on the day of the case. */
export function GridsOfCase({ grids }: { grids: readonly GridOfCase[] }) {
  const { t, i18n } = useTranslation()
  const { data: state } = useQuery(stateQuery)
  if (grids.length === 0) return <p>{t('cases.view.gridsNone')}</p>
  const schemes = [...new Set(grids.map(({ scheme }) => scheme))]
  return (
    <ul className={styles.grids}>
      {schemes.map((scheme) => {
        const definition = state?.schemes.find(({ id }) => id === scheme)
        const ofScheme = grids.filter((grid) => grid.scheme === scheme).sort((one, other) => one.level - other.level)
        return (
          <li key={scheme}>
            <small>{definition ? pick(definition.name, i18n.language) : scheme}</small>
            <span>
              {ofScheme.map((grid) => (
                <span key={grid.code} title={grid.code}>
                  {gridName(grid, i18n.language)}
                </span>
              ))}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
