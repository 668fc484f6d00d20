// What the page's workers do, each by its name.

export type Role = 'session' | 'search' | 'job' | 'files';
export type StartWorker = (role: Role) => Worker;
