import pg from "pg";

/** Where a database may be: one address for each host, and whether only one that takes writes will do. */
export type Hosts = { urls: string[]; readWrite: boolean; told: string };

/**
 * Reads `postgres://user:password@a:5432,b/db?target_session_attrs=read-write`, as libpq writes it: each host with its port,
 * one port for all, or none. Undefined when it is no such address.
 */
export function readHosts(url: string): Hosts | undefined {
  const parts = /^(postgres(?:ql)?:\/\/(?:[^@/?#]*@)?)([^@/?#]*)([/?#].*)?$/i.exec(url);
  if (!parts) return undefined;
  const [, before, authority = "", after = ""] = parts;
  const hosts = authority.split(",");
  if (hosts.length > 1 && hosts.some((host) => host === "")) return undefined;
  const one = (host: string) => `${before}${host}${after}`;
  if (!hosts.every((host) => URL.canParse(one(host)))) return undefined;
  const wanted = new URL(one(hosts[0]!)).searchParams.get("target_session_attrs") ?? "any";
  if (!["any", "read-write", "primary"].includes(wanted)) return undefined;
  const urls = hosts.map((host) => {
    const each = new URL(one(host));
    each.searchParams.delete("target_session_attrs");
    return each.href;
  });
  return { urls, readWrite: wanted !== "any", told: authority || "the local socket" };
}

/**
 * A client that goes to the host at which the last one got in, and to the next one after a failure: pool, queue and single
 * connections share the memory of it, so that after a failover all of them find the new primary.
 */
export function clientOf(hosts: Hosts): typeof pg.Client {
  const { urls, readWrite } = hosts;
  let current = 0;
  return class extends pg.Client {
    static readonly hosts = hosts;
    readonly #at = current;
    constructor(config?: string | pg.ClientConfig) {
      super({ ...(typeof config === "object" && config), connectionString: urls[current]! });
    }
    override connect(): Promise<this>;
    override connect(callback: (error: Error) => void): void;
    override connect(callback?: (error: Error) => void): Promise<this> | void {
      const connected = this.#tried();
      if (!callback) return connected;
      connected.then(() => (callback as (error?: Error) => void)(), callback);
    }
    async #tried(): Promise<this> {
      try {
        await super.connect();
        if (readWrite) await this.#mustTakeWrites();
        return this;
      } catch (error) {
        if (current === this.#at) current = (current + 1) % urls.length;
        throw error;
      }
    }
    async #mustTakeWrites(): Promise<void> {
      const { rows } = await this.query<{ transaction_read_only: string }>("show transaction_read_only");
      if (rows[0]?.transaction_read_only !== "on") return;
      await this.end();
      throw Object.assign(new Error("this server takes no writes"), { code: "25006" });
    }
  };
}

/** A way to the database that can go to another thread: a class cannot, which hosts it goes to can. */
export type Reach = { config: pg.PoolConfig; hosts: Hosts | undefined };

export function forThread({ Client, ...config }: pg.PoolConfig): Reach {
  return { config, hosts: Client && hostsOf(Client) };
}

export const fromThread = ({ config, hosts }: Reach): pg.PoolConfig => ({
  ...config,
  ...(hosts && { Client: clientOf(hosts) }),
});

/** The hosts that such a client goes to. */
export const hostsOf = (Client: object): Hosts | undefined => (Client as { hosts?: Hosts }).hosts;
