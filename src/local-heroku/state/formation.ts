/** How many dynos of a process type an app wants, and how big. */
export type Formation = {
  readonly id: string;
  readonly type: string;
  command: string;
  quantity: number;
  size: string;
  readonly createdAt: string;
  updatedAt: string;
};
