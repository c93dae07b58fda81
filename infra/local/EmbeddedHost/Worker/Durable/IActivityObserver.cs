using FuseDeskFlows.EmbeddedHost.Engine;

namespace FuseDeskFlows.EmbeddedHost.Worker.Durable;

/// <summary>Watches activities.</summary>
internal interface IActivityObserver
{
    void Started(ActivityCall call);

    void Completed(ActivityCall call);

    void Failed(ActivityCall call, Exception error);
}
