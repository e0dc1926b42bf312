import { column, type ListColumn } from './list_column.ts'

/** What a list of people says, in the order in which it is written. */
export const PEOPLE_COLUMNS = {
  code: column('code', '工号', 'Staff number', ['编号', '人员编号', 'number', 'id']),
  name: column('name', '姓名', 'Name', ['人员姓名', '责任人'], { required: true }),
  organisation: column('organisation', '单位', 'Organisation', ['所在单位', '工作单位', '部门', 'organization', 'department'], {
    required: true,
  }),
  territory: column('territory_code', '区划代码', 'Territory code', ['所属区划', '单位区划代码']),
  posts: column('posts', '职务/岗位', 'Posts', ['职务', '岗位', 'post', 'position']),
  employment: column('employment', '专兼职', 'Employment', ['专职兼职', '用工方式']),
  telephone: column('telephone', '办公电话', 'Office telephone', ['电话', '联系电话', 'telephone', 'phone'], { signed: true }),
  mobile: column('mobile', '手机', 'Mobile', ['手机号', '手机号码', '移动电话', 'mobile phone'], { signed: true }),
  left_on: column('left_on', '离任日期', 'Left on', ['离职日期', '离岗日期']),
} as const satisfies Record<string, ListColumn>

export const EMPLOYMENTS = [
  { value: 'full_time', names: ['专职', 'full-time', 'full_time', '全职'] },
  { value: 'part_time', names: ['兼职', 'part-time', 'part_time'] },
] as const
