import { spawn, execFileSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { connect } from "node:net";
import { once } from "node:events";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port.ts";

const program = ["/usr/sbin/dovecot", "/usr/local/sbin/dovecot"].find((path) => existsSync(path));

/** A real IMAP server with as many mailboxes as there are users; everybody's password is the same. */
export type Dovecot = {
  port: number;
  password: string;
  address: (user: string, query?: string, port?: number) => string;
  /** Delivers messages as a mail server would, behind the back of IMAP. */
  deliver: (user: string, raw: Buffer | string, receivedAt?: Date) => void;
  /** The files of a mailbox: what is still there, and with which flags. */
  files: (user: string) => string[];
  /** Loses the numbering of a mailbox, as a restored backup does: every message gets a new number. */
  renumber: (user: string) => void;
  /** Removes a message as another program would. */
  remove: (user: string, file: string) => void;
  allow: (user: string, writing: boolean) => void;
  kick: () => void;
  stop: () => Promise<void>;
};

export async function startDovecot(extra = ""): Promise<Dovecot> {
  if (!program)
    throw new Error("there is no Dovecot on this machine: install Debian's package dovecot-imapd");
  const folder = mkdtempSync(join(tmpdir(), "redress-dovecot-"));
  const root = process.getuid?.() === 0;
  const user = root ? "dovecot" : userInfo().username;
  const [uid, gid] = root ? idsOf("dovecot") : [process.getuid!(), process.getgid!()];
  const mails = join(folder, "mail");
  mkdirSync(mails);
  chmodSync(folder, 0o755);
  if (root) chownSync(mails, uid, gid);
  const port = await freePort();
  const config = join(folder, "dovecot.conf");
  writeFileSync(
    config,
    `base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_failure_delay = 0
auth_mechanisms = plain login xoauth2 oauthbearer
mail_location = maildir:${mails}/%u
mail_max_userip_connections = 100
default_internal_user = ${user}
default_login_user = ${root ? "dovenull" : user}
default_internal_group = ${root ? "dovecot" : execFileSync("id", ["-gn"]).toString().trim()}
mail_uid = ${uid}
mail_gid = ${gid}
first_valid_uid = 1
namespace inbox {
  inbox = yes
  separator = /
}
passdb {
  driver = static
  args = password=geheim
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${mails}/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
${extra}
`,
  );
  const server = spawn(program, ["-F", "-c", config], { stdio: "ignore" });
  await untilOpen(port);
  let delivered = 0;
  const own = (path: string) => root && chownSync(path, uid, gid);
  const maildir = (name: string) => {
    const box = join(mails, name);
    if (!existsSync(box))
      for (const path of [box, ...["cur", "new", "tmp"].map((part) => join(box, part))]) {
        mkdirSync(path);
        own(path);
      }
    return box;
  };
  const files = (name: string) =>
    ["cur", "new"].flatMap((part) => readdirSync(join(maildir(name), part)).map((file) => `${part}/${file}`));
  return {
    port,
    password: "geheim",
    address: (name, query = "", at = port) => `imap://${name}:geheim@127.0.0.1:${at}/INBOX${query}`,
    deliver: (name, raw, receivedAt = new Date()) => {
      delivered += 1;
      const seconds = Math.floor(receivedAt.getTime() / 1000);
      const file = `${seconds}.M${String(delivered).padStart(8, "0")}.story`;
      const box = maildir(name);
      writeFileSync(join(box, "tmp", file), raw);
      own(join(box, "tmp", file));
      // Dovecot takes the time of receipt from the file.
      execFileSync("touch", ["-d", `@${seconds}`, join(box, "tmp", file)]);
      execFileSync("mv", [join(box, "tmp", file), join(box, "new", file)]);
    },
    files,
    renumber: (name) => {
      for (const file of readdirSync(maildir(name)))
        if (file.startsWith("dovecot")) rmSync(join(maildir(name), file), { recursive: true });
    },
    remove: (name, file) => rmSync(join(maildir(name), file)),
    allow: (name, writing) => {
      for (const part of ["cur", "new", "."]) chmodSync(join(maildir(name), part), writing ? 0o700 : 0o500);
    },
    kick: () => {
      for (const pid of childrenOf(server.pid!)) process.kill(pid, "SIGTERM");
    },
    stop: async () => {
      const ended = once(server, "exit");
      server.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const idsOf = (name: string): [number, number] => [
  Number(execFileSync("id", ["-u", name]).toString()),
  Number(execFileSync("id", ["-g", name]).toString()),
];

/** The processes that serve one signed-in user each. */
function childrenOf(parent: number): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && existsSync(`/proc/${name}/cmdline`))
    .map(Number)
    .filter((pid) => {
      try {
        const status = execFileSync("cat", [`/proc/${pid}/status`], {
          stdio: ["ignore", "pipe", "ignore"],
        }).toString();
        return status.includes(`PPid:\t${parent}\n`) && /^Name:\timap\n/m.test(status);
      } catch {
        return false;
      }
    });
}

async function untilOpen(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const socket = connect(port, "127.0.0.1");
    const open = await new Promise<boolean>((resolve) => {
      socket.once("connect", () => resolve(true));
      socket.once("error", () => resolve(false));
    });
    socket.destroy();
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error("Dovecot did not start");
}
