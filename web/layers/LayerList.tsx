import { useTranslation } from 'react-i18next'
import type { ServerState } from '../api/types.ts'
import { BaseMapSwitch } from './BaseMapSwitch.tsx'
import { GROUPS, layersInOrder } from './groups.ts'
import styles from './LayerList.module.css'
import { LayerRow } from './LayerRow.tsx'

/** Every layer of the catalogue by group, the topmost of a group first, as it lies on the map. */
export function LayerList({ state }: { state: ServerState }) {
  const { t } = useTranslation()
  return (
    <>
      {state.base_map && <BaseMapSwitch />}
      {GROUPS.map((group) => (
        <section key={group} className={styles.group} aria-label={t(`layers.groups.${group}`)}>
          <h3>{t(`layers.groups.${group}`)}</h3>
          <ul>
            {layersInOrder
              .filter((layer) => layer.group === group)
              .map((layer) => (
                <LayerRow key={layer.id} layer={layer} state={state} />
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}
