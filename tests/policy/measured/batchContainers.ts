import { type FactsByName } from "./facts";
import { many, ofType } from "./ofType";

type Arguments = Record<string, unknown>;

const role = "arn:aws:iam::111122223333:role/r";
const size = (VCPU = "1", MEMORY = "2048") => [
  { type: "VCPU", value: VCPU },
  { type: "MEMORY", value: MEMORY },
];
const definition = ofType("aws:batch/jobDefinition:JobDefinition", { name: "orders", type: "container" });
const json = (more: Arguments = {}) => JSON.stringify({ image: "i", resourceRequirements: size(), ...more });
const job = (more: Arguments = {}) => ({ containerProperties: json(more) });
const fargate = (more: Arguments = {}) => ({
  platformCapabilities: ["FARGATE"],
  containerProperties: json({ executionRoleArn: role, ...more }),
});
const linux = (linuxParameters: Arguments) => ({ linuxParameters });
const logs = (logDriver: string, more: Arguments = {}) => ({ logConfiguration: { logDriver, ...more } });
const files = (efsVolumeConfiguration: Arguments, more: Arguments = {}) => ({
  volumes: [{ name: "v", efsVolumeConfiguration: { fileSystemId: "fs-0123456789abcdef0", ...efsVolumeConfiguration } }],
  mountPoints: [{ sourceVolume: "v", containerPath: "/a" }],
  ...more,
});
const retries = (...evaluateOnExits: readonly Arguments[]) => ({
  ...job(),
  retryStrategy: { attempts: 2, evaluateOnExits: evaluateOnExits.map((each) => ({ action: "RETRY", ...each })) },
});
const secrets = { secrets: [{ name: "A", valueFrom: "arn:aws:ssm:eu-west-1:111122223333:parameter/a" }] };
const options = logs("awslogs", { secretOptions: secrets.secrets });
const windows = (more: Arguments = {}, vcpu = "1") =>
  fargate({
    resourceRequirements: size(vcpu),
    runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE", cpuArchitecture: "X86_64", ...more },
  });
const platform = (runtimePlatform: Arguments) => fargate({ runtimePlatform });
const device = (permission: string) => job(linux({ devices: [{ hostPath: "/dev/a", permissions: [permission] }] }));
const tmpfs = (sizeMib: number) => job(linux({ tmpfs: [{ containerPath: "/a", size: sizeMib }] }));

/** Facts of jobs of one container. */
export const batchContainers: FactsByName = {
  "batch-fargate-cpu-memory": definition(
    "sizes of Fargate",
    fargate({ resourceRequirements: size("1", "1024") }),
    fargate(),
  ),
  "batch-fargate-execution-role": definition("Fargate has a role", fargate({ executionRoleArn: undefined }), fargate()),
  "batch-fargate-multinode": definition("Fargate is one node", { ...fargate(), type: "multinode" }, fargate()),
  "batch-jd-container-type-requires-props": definition("a container is there", {}, job()),
  "batch-jd-device-permissions-value": definition("a device is read", device("EXECUTE"), device("READ")),
  "batch-jd-efs-access-point-root-directory": definition(
    "a point has its root",
    job(files({ rootDirectory: "/a", transitEncryption: "ENABLED", authorizationConfig: { accessPointId: "fsap-1" } })),
    job(files({ rootDirectory: "/", transitEncryption: "ENABLED", authorizationConfig: { accessPointId: "fsap-1" } })),
  ),
  "batch-jd-efs-access-point-transit-encryption": definition(
    "a point is encrypted",
    job(files({ authorizationConfig: { accessPointId: "fsap-1" } })),
    job(files({ transitEncryption: "ENABLED", authorizationConfig: { accessPointId: "fsap-1" } })),
  ),
  "batch-jd-efs-file-system-id-format": definition(
    "files have an id",
    job(files({ fileSystemId: "files" })),
    job(files({})),
  ),
  "batch-jd-efs-iam-transit-encryption": definition(
    "who signs in is encrypted",
    job(files({ authorizationConfig: { iam: "ENABLED" } })),
    job(files({ transitEncryption: "ENABLED", authorizationConfig: { iam: "ENABLED" } })),
  ),
  "batch-jd-efs-transit-encryption-port-range": definition(
    "a port is a port",
    job(files({ transitEncryption: "ENABLED", transitEncryptionPort: 70_000 })),
    job(files({ transitEncryption: "ENABLED", transitEncryptionPort: 2049 })),
  ),
  "batch-jd-env-name-required": definition(
    "a variable has a name",
    job({ environment: [{ value: "1" }] }),
    job({ environment: [{ name: "A", value: "1" }] }),
  ),
  "batch-jd-evaluate-on-exit-condition-required": definition(
    "a condition says something",
    retries({}),
    retries({ onReason: "*" }),
  ),
  "batch-jd-evaluate-on-exit-exitcode-format": definition(
    "a code is digits",
    retries({ onExitCode: "err" }),
    retries({ onExitCode: "1*" }),
  ),
  "batch-jd-evaluate-on-exit-pattern-length": definition(
    "a condition is short",
    retries({ onReason: "r".repeat(513) }),
    retries({ onReason: "r".repeat(512) }),
  ),
  "batch-jd-evaluate-on-exit-requires-attempts": definition(
    "attempts are counted",
    { ...job(), retryStrategy: { evaluateOnExits: [{ action: "RETRY", onReason: "*" }] } },
    retries({ onReason: "*" }),
  ),
  "batch-jd-fargate-efs-platform-version": definition(
    "files are of new platforms",
    fargate(files({}, { fargatePlatformConfiguration: { platformVersion: "1.3.0" } })),
    fargate(files({}, { fargatePlatformConfiguration: { platformVersion: "1.4.0" } })),
  ),
  "batch-jd-fargate-ephemeral-storage-range": definition(
    "storage of Fargate",
    fargate({ ephemeralStorage: { sizeInGiB: 20 } }),
    fargate({ ephemeralStorage: { sizeInGiB: 21 } }),
  ),
  "batch-jd-fargate-linux-devices": definition(
    "Fargate has no devices",
    fargate(linux({ devices: [{ hostPath: "/dev/a" }] })),
    fargate(),
  ),
  "batch-jd-fargate-log-driver": definition("Fargate logs", fargate(logs("json-file")), fargate(logs("awslogs"))),
  "batch-jd-fargate-max-swap": definition(
    "Fargate has no swap",
    fargate(linux({ maxSwap: 1, swappiness: 1 })),
    fargate(),
  ),
  "batch-jd-fargate-platform-config-on-ec2": definition(
    "a platform is of Fargate",
    job({ fargatePlatformConfiguration: { platformVersion: "LATEST" } }),
    fargate({ fargatePlatformConfiguration: { platformVersion: "LATEST" } }),
  ),
  "batch-jd-fargate-privileged": definition(
    "Fargate is not privileged",
    fargate({ privileged: true }),
    fargate({ privileged: false }),
  ),
  "batch-jd-fargate-shared-memory-size": definition(
    "Fargate shares nothing",
    fargate(linux({ sharedMemorySize: 64 })),
    fargate(),
  ),
  "batch-jd-fargate-swappiness": definition("Fargate does not swap", fargate(linux({ swappiness: 60 })), fargate()),
  "batch-jd-fargate-tmpfs": definition(
    "Fargate has no tmpfs",
    fargate(linux({ tmpfs: [{ containerPath: "/a", size: 64 }] })),
    fargate(),
  ),
  "batch-jd-fargate-ulimits": definition(
    "Fargate has no limits",
    fargate({ ulimits: [{ name: "nofile", softLimit: 1, hardLimit: 1 }] }),
    fargate(),
  ),
  "batch-jd-fargate-volume-host-source-path": definition(
    "Fargate has no host",
    fargate({ volumes: [{ name: "v", host: { sourcePath: "/a" } }] }),
    fargate({ volumes: [{ name: "v" }] }),
  ),
  "batch-jd-legacy-and-resource-requirements": definition("sizes are there once", job({ vcpus: 1 }), job()),
  "batch-jd-linux-max-swap-negative": definition(
    "swap is not negative",
    job(linux({ maxSwap: -1, swappiness: 1 })),
    job(linux({ maxSwap: 0, swappiness: 1 })),
  ),
  "batch-jd-linux-swappiness-range": definition(
    "swap is a share",
    job(linux({ swappiness: 101 })),
    job(linux({ swappiness: 100 })),
  ),
  "batch-jd-log-awslogs-unknown-option": definition(
    "an option is known",
    job(logs("awslogs", { options: { "awslogs-stream": "a" } })),
    job(logs("awslogs", { options: { "awslogs-group": "a" } })),
  ),
  "batch-jd-max-swap-requires-swappiness": definition(
    "swap has a share",
    job(linux({ maxSwap: 1 })),
    job(linux({ maxSwap: 1, swappiness: 1 })),
  ),
  "batch-jd-memory-minimum": definition(
    "four MiB",
    { containerProperties: JSON.stringify({ image: "i", vcpus: 1, memory: 3 }) },
    { containerProperties: JSON.stringify({ image: "i", vcpus: 1, memory: 4 }) },
  ),
  "batch-jd-name": definition("a definition has a name", { ...job(), name: "my orders" }, job()),
  "batch-jd-platform-capabilities-single": definition(
    "one capability",
    { ...job(), platformCapabilities: ["EC2", "FARGATE"] },
    { ...job(), platformCapabilities: ["EC2"] },
  ),
  "batch-jd-platform-capability-value": definition(
    "a capability is known",
    { ...job(), platformCapabilities: ["LAMBDA"] },
    { ...job(), platformCapabilities: ["EC2"] },
  ),
  "batch-jd-resource-requirements-duplicate-type": definition(
    "a size is there once",
    job({ resourceRequirements: [...size(), { type: "VCPU", value: "2" }] }),
    job(),
  ),
  "batch-jd-resource-requirements-gpu-integer": definition(
    "a GPU is whole",
    job({ resourceRequirements: [...size(), { type: "GPU", value: "0.5" }] }),
    job({ resourceRequirements: [...size(), { type: "GPU", value: "1" }] }),
  ),
  "batch-jd-resource-requirements-gpu-not-fargate": definition(
    "Fargate has no GPU",
    fargate({ resourceRequirements: [...size(), { type: "GPU", value: "1" }] }),
    fargate(),
  ),
  "batch-jd-resource-requirements-required": definition(
    "a job has processors",
    job({ resourceRequirements: size().slice(1) }),
    job(),
  ),
  "batch-jd-runtime-platform-cpu-arch-value": definition(
    "an architecture is known",
    platform({ cpuArchitecture: "ARM" }),
    platform({ cpuArchitecture: "ARM64" }),
  ),
  "batch-jd-runtime-platform-ec2-only": definition(
    "a runtime is of Fargate",
    job({ runtimePlatform: { cpuArchitecture: "X86_64" } }),
    platform({ cpuArchitecture: "X86_64" }),
  ),
  "batch-jd-runtime-platform-os-family-value": definition(
    "a system is known",
    platform({ operatingSystemFamily: "BSD" }),
    platform({ operatingSystemFamily: "LINUX" }),
  ),
  "batch-jd-runtime-platform-windows-vcpu-min": definition("Windows has a processor", windows({}, "0.5"), windows()),
  "batch-jd-runtime-platform-windows-x86": definition(
    "Windows is of X86",
    windows({ cpuArchitecture: "ARM64" }),
    windows(),
  ),
  "batch-jd-scheduling-priority-range": definition(
    "a priority ends",
    { ...job(), schedulingPriority: 10_000 },
    { ...job(), schedulingPriority: 9_999 },
  ),
  "batch-jd-secret-options-requires-execution-role": definition(
    "secret options have a role",
    job(options),
    job({ ...options, executionRoleArn: role }),
  ),
  "batch-jd-secrets-requires-execution-role": definition(
    "secrets have a role",
    job(secrets),
    job({ ...secrets, executionRoleArn: role }),
  ),
  "batch-jd-tmpfs-size-min": definition("a tmpfs has a size", tmpfs(0), tmpfs(1)),
  "batch-jd-volume-config-exclusive": definition(
    "a volume is of one kind",
    job({
      volumes: [
        { name: "v", host: { sourcePath: "/a" }, efsVolumeConfiguration: { fileSystemId: "fs-0123456789abcdef0" } },
      ],
    }),
    job({ volumes: [{ name: "v", host: { sourcePath: "/a" } }] }),
  ),
  "batch-retry-attempts": definition(
    "ten attempts",
    { ...job(), retryStrategy: { attempts: 11 } },
    { ...job(), retryStrategy: { attempts: 10 } },
  ),
  "batch-timeout-minimum": definition(
    "a minute",
    { ...job(), timeout: { attemptDurationSeconds: 59 } },
    { ...job(), timeout: { attemptDurationSeconds: 60 } },
  ),
  "batch-jd-mi-requires-ecs-properties": definition(
    "managed instances have tasks",
    { ...job(), platformCapabilities: ["MANAGED_INSTANCES"] },
    {
      platformCapabilities: ["MANAGED_INSTANCES"],
      ecsProperties: JSON.stringify({
        taskProperties: [{ containers: many(1, () => ({ name: "a", image: "i", resourceRequirements: size() })) }],
      }),
    },
  ),
};
