-- One row an orchestration or entity. Kind: 0 orchestration, 1 entity. Times are .NET ticks, UTC.
CREATE TABLE Instance(
  Id INTEGER PRIMARY KEY,
  InstanceId TEXT NOT NULL UNIQUE,
  ExecutionId TEXT NOT NULL,
  Kind INTEGER NOT NULL,
  Name TEXT,
  Version TEXT,
  Status INTEGER NOT NULL,
  Created INTEGER NOT NULL,
  Updated INTEGER NOT NULL,
  Completed INTEGER,
  Scheduled INTEGER,
  CustomStatus TEXT,
  Parent TEXT,
  Tags TEXT);
CREATE INDEX Instance_Status ON Instance(Kind, Status, InstanceId);
CREATE INDEX Instance_Completed ON Instance(Completed) WHERE Completed IS NOT NULL;

-- Inputs (0) and outputs (1) apart, so that a list of instances does not read them.
CREATE TABLE Payload(Instance INTEGER NOT NULL, Kind INTEGER NOT NULL, Body TEXT, PRIMARY KEY(Instance, Kind)) WITHOUT ROWID;

-- One row an episode: what an orchestration did between two waits.
CREATE TABLE History(Instance INTEGER NOT NULL, Episode INTEGER NOT NULL, Events TEXT NOT NULL, PRIMARY KEY(Instance, Episode)) WITHOUT ROWID;

-- Messages that wait for their instance; with a time, timers and whatever else is for later.
CREATE TABLE Inbox(Id INTEGER PRIMARY KEY, InstanceId TEXT NOT NULL, ExecutionId TEXT, Due INTEGER, Body TEXT NOT NULL);
CREATE INDEX Inbox_Instance ON Inbox(InstanceId);

-- Activities that are to run, or are running.
CREATE TABLE Task(Id INTEGER PRIMARY KEY, InstanceId TEXT NOT NULL, ExecutionId TEXT, Body TEXT NOT NULL);
CREATE INDEX Task_Instance ON Task(InstanceId);
